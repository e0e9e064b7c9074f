'use client'
import { useBoard, useBoardVersion } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { hereFirst } from '#components/collab/roster.ts'
import { Section } from '#components/method/parts.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { useStage } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'

/** While people arrive: what the board promises, who is here, and what comes next. */
export function Arriving() {
  const board = useBoard()
  useBoardVersion()
  const here = hereFirst(useRoster()).filter(person => person.here)
  const { next } = whereIs(useStage())
  const promise = board.model.outcomes.map(outcome => outcome.promise.trim()).find(Boolean)
  return (
    <div className="pb-6">
      <Section title="What we promise">
        <p dir="auto" className={promise ? 'font-title text-lg' : 'text-ink-500 text-sm'}>
          {promise ?? 'Nothing yet: the promise is what we write first.'}
        </p>
      </Section>
      <Section title={here.length === 1 ? 'You are the first' : `${here.length} people are here`}>
        <ul aria-label="Who is here" className="grid gap-2">
          {here.map(({ id, name, colour }) => (
            <li key={id} className="flex min-w-0 items-center gap-2 text-sm">
              <Avatar name={name} personId={id} colour={colour} size="sm" decorative />
              <bdi className="truncate">{name}</bdi>
            </li>
          ))}
        </ul>
      </Section>
      {next && (
        <Section title="Next">
          <p dir="auto" className="text-sm">
            <span className="font-semibold">{next.name}.</span> {next.instruction}
          </p>
        </Section>
      )}
    </div>
  )
}
