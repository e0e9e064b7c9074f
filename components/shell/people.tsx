'use client'
import { cx } from 'class-variance-authority'
import { Hand } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useAway, useRoster } from '#components/collab/collab-context.tsx'
import { hereFirst } from '#components/collab/roster.ts'
import { useParticipants } from '#components/stage/session/use-session.ts'
import { useStage } from '#components/stage/state/use-stage.ts'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { toast } from '#components/ui/toast.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { useFollow } from '#components/workspace/following.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import type { Person } from '#lib/protocol/messages.ts'

/** Faces beside each other before the rest become a number. */
const shown = 4

/** Who is here. A face follows that person; the number opens everybody. */
export function People() {
  const roster = useRoster()
  const { hands } = useStage()
  const frame = useFrameStore()
  const { panel } = useFrame()
  const mayAdmit = useMay('session.admit').ok
  const here = hereFirst(roster).filter(person => person.here || person.id === roster.you?.personId)
  useHandsAnnounced(hands)
  const others = handsFirst(
    here.filter(person => person.id !== roster.you?.personId),
    hands,
  )
  return (
    <div className="flex shrink-0 items-center gap-1.5 max-sm:hidden">
      <ul aria-label="People here" className="hidden items-center min-[90rem]:flex">
        {others.slice(0, shown).map(person => (
          <li key={person.id} className="-ml-1.5 first:ml-0">
            <Face person={person} hand={hands.indexOf(person.id) + 1} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        aria-pressed={panel === 'people'}
        onClick={() => frame.togglePanel('people')}
        className="relative inline-flex h-8 min-w-8 items-center justify-center gap-1 whitespace-nowrap rounded-full bg-paper-200 px-2.5 font-semibold text-ink-700 text-xs figures touch:min-h-11 touch:min-w-11"
        aria-label={`${here.length} ${here.length === 1 ? 'person' : 'people'} here${hands.length > 0 ? `, ${hands.length} with a raised hand` : ''}`}
      >
        {others.length > shown ? `+${others.length - shown}` : here.length}
        {hands.length > 0 && (
          <span aria-hidden className="inline-flex items-center gap-0.5 text-warn">
            <Hand className="size-4" />
            {hands.length}
          </span>
        )}
        {mayAdmit && <Waiting />}
      </button>
    </div>
  )
}

/** Raised hands first, in their order; the others as they were. */
function handsFirst(people: readonly Person[], hands: readonly string[]): Person[] {
  const place = ({ id }: Person) => (hands.includes(id) ? hands.indexOf(id) : hands.length)
  return people.toSorted((a, b) => place(a) - place(b))
}

/** Announces raised hands to people who do not see the faces. */
function useHandsAnnounced(hands: readonly string[]): void {
  const board = useBoard()
  const { people, you } = useRoster()
  const before = useRef(hands)
  useEffect(() => {
    const raised = hands.filter(id => !before.current.includes(id) && id !== you?.personId)
    before.current = hands
    for (const id of raised) board.announce(`${people.get(id)?.name ?? 'Somebody'} raised a hand.`)
  }, [hands, people, you, board])
}

/** The number of people in the lobby, for those who may admit them; newcomers are announced at once. */
function Waiting() {
  const { session } = useRoster()
  const { participants, read } = useParticipants()
  const waiting = participants.filter(one => one.status === 'waiting')
  const count = waiting.length
  const told = useRef(new Set<string>())
  const id = session?.id
  useEffect(() => {
    if (id === undefined) return
    for (const { personId, name } of waiting) {
      if (told.current.has(personId)) continue
      told.current.add(personId)
      const letIn = async () => {
        await askAndSay('POST /api/sessions/[sessionId]/admit', { sessionId: id }, { personIds: [personId] })
        await read()
      }
      toast({ text: `${name} waits in the lobby.`, action: { label: 'Let in', perform: () => void letIn() } })
    }
  }, [waiting, id, read])
  if (count === 0) return null
  return (
    <span className="-top-1.5 -right-1.5 absolute grid h-5 min-w-5 place-items-center rounded-full bg-danger px-1 text-on-danger text-xs">
      {count}
      <span className="sr-only"> waiting in the lobby</span>
    </span>
  )
}

function Face({ person, hand }: { person: Person; hand: number }) {
  const follow = useFollow()
  const away = useAway().has(person.id)
  const following = follow.leader === person.id
  const doing = following ? 'stop following' : 'follow'
  const words = `${person.name}${away ? ', away' : ''}${hand > 0 ? `, hand raised, number ${hand}` : ''}: ${doing}`
  return (
    <Tooltip label={words}>
      <button
        type="button"
        aria-pressed={following}
        data-face={person.id}
        onClick={() => follow.toggle(person.id)}
        style={{ outlineColor: following ? person.colour : undefined }}
        className={cx(
          'relative grid place-items-center rounded-full border-2 border-paper-0',
          following && 'outline-3 outline-solid outline-offset-1',
        )}
      >
        <Avatar
          name={person.name}
          personId={person.id}
          colour={person.colour}
          decorative
          className={cx(away && 'opacity-50')}
        />
        {hand > 0 && (
          <span
            aria-hidden
            className="-right-1.5 -bottom-1.5 absolute grid size-6 place-items-center rounded-full bg-warn text-paper-0 shadow-note"
          >
            <Hand className="size-4" />
          </span>
        )}
        <span className="sr-only">{words}</span>
      </button>
    </Tooltip>
  )
}
