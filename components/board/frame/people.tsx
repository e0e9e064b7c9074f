'use client'
import { cx } from 'class-variance-authority'
import { useCollab, useOthers, useRoster } from '#components/collab/collab-context.tsx'
import { hereFirst } from '#components/collab/roster.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import type { Person } from '#lib/protocol/messages.ts'
import { useStorePart } from '../state/store.ts'
import { useFollow } from './following.tsx'

const roles: Record<Person['role'], string> = {
  facilitator: 'Facilitator',
  contributor: 'Contributor',
  observer: 'Observer',
  manager: 'Manager',
}
/** Faces beside each other before the rest become a number. */
const shown = 5

/** Who is here. A face follows that person; the number opens everybody. */
export function People() {
  const roster = useRoster()
  const here = hereFirst(roster).filter(person => person.here || person.id === roster.you?.personId)
  const others = here.filter(person => person.id !== roster.you?.personId)
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      <ul aria-label="People here" className="hidden items-center sm:flex">
        {others.slice(0, shown).map(person => (
          <li key={person.id} className="-ml-1.5 first:ml-0">
            <Face person={person} />
          </li>
        ))}
      </ul>
      <Popover
        label="Everybody on this board"
        align="end"
        trigger={
          <button
            type="button"
            className="h-8 min-w-8 rounded-full bg-paper-200 px-2.5 font-semibold text-ink-700 text-xs figures touch:min-h-11 touch:min-w-11"
            aria-label={`${here.length} ${here.length === 1 ? 'person' : 'people'} here`}
          >
            {others.length > shown ? `+${others.length - shown}` : here.length}
          </button>
        }
      >
        <Everybody />
      </Popover>
    </div>
  )
}

function useAway(id: string): boolean {
  return useOthers().find(other => other.person.id === id)?.state.away ?? false
}

function Face({ person }: { person: Person }) {
  const follow = useFollow()
  const away = useAway(person.id)
  const following = follow.leader === person.id
  const doing = following ? 'stop following' : 'follow'
  return (
    <Tooltip label={`${person.name}${away ? ', away' : ''}: ${doing}`}>
      <button
        type="button"
        aria-pressed={following}
        onClick={() => follow.toggle(person.id)}
        style={{ outlineColor: following ? person.colour : undefined }}
        className={cx(
          'grid place-items-center rounded-full border-2 border-paper-0',
          following && 'outline-3 outline-solid outline-offset-1',
          away && 'opacity-50',
        )}
      >
        <Avatar name={person.name} personId={person.id} colour={person.colour} decorative />
        <span className="sr-only">{`${person.name}${away ? ', away' : ''}: ${doing}`}</span>
      </button>
    </Tooltip>
  )
}

function Everybody() {
  const follow = useFollow()
  const collab = useCollab()
  const roster = useStorePart(collab.roster, value => value)
  return (
    <ul className="grid max-h-[60dvh] w-72 gap-1 overflow-y-auto">
      {hereFirst(roster).map(person => {
        const you = person.id === roster.you?.personId
        return (
          <li key={person.id} className={cx('flex min-h-9 items-center gap-2.5', !person.here && !you && 'opacity-60')}>
            <Avatar name={person.name} personId={person.id} colour={person.colour} size="sm" decorative />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate">{person.name}</bdi>
              <span className="block text-ink-500 text-xs">
                {[
                  you ? 'You' : null,
                  roles[person.role],
                  person.guest ? 'guest' : null,
                  person.here || you ? null : 'not here',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            {!you && person.here && (
              <button
                type="button"
                onClick={() => follow.toggle(person.id)}
                className="rounded-sm px-2 py-1 text-accent text-xs underline touch:min-h-11"
              >
                {follow.leader === person.id ? 'Stop following' : 'Follow'}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
