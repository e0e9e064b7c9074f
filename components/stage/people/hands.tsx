'use client'
import { X } from 'lucide-react'
import { useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'

/** Raised hands in the order in which they went up. */
export function Hands() {
  const { hands } = useStage()
  const { people } = useRoster()
  const mayLead = useMay('stage.lead').ok
  const ask = useAsk()
  if (hands.length === 0) return null
  return (
    <section aria-labelledby="people-hands">
      <h3 id="people-hands" className="mb-1 text-base">
        Hands
      </h3>
      <ol className="grid grid-cols-1">
        {hands.map((id, at) => {
          const person = people.get(id)
          return (
            <li key={id} className="flex min-h-9 items-center gap-2.5 text-sm">
              <span className="w-4 text-right font-semibold figures">{at + 1}</span>
              <Avatar
                name={person?.name ?? ''}
                personId={id}
                {...(person ? { colour: person.colour } : {})}
                size="sm"
                decorative
              />
              <bdi className="min-w-0 flex-1 truncate">{person?.name ?? 'Somebody'}</bdi>
              {mayLead && (
                <IconButton
                  label={`Take down the hand of ${person?.name ?? 'somebody'}`}
                  size="sm"
                  onClick={() => void ask('hand.raise', { up: false, personId: id })}
                >
                  <X />
                </IconButton>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
