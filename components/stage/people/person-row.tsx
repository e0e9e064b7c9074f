'use client'
import { cx } from 'class-variance-authority'
import { Check, Ellipsis, Hand, Monitor, Smartphone, StickyNote } from 'lucide-react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { useFollow } from '#components/workspace/following.tsx'
import type { Person } from '#lib/protocol/messages.ts'
import { roleWords } from '../session/role-words.ts'
import { PersonMenu } from './person-menu.tsx'

interface Props {
  person: Person
  you: boolean
  here: boolean
  away: boolean
  /** Position in the queue of raised hands, from 1; 0: down. */
  hand: number
  ready: boolean
  /** Number of private notes. */
  drafts: number
  /** The session, for people who may change roles; null otherwise. */
  sessionId: string | null
}

/** One person: name, role, device, activity, and the menu. */
export function PersonRow({ person, you, here, away, hand, ready, drafts, sessionId }: Props) {
  const follow = useFollow()
  const following = follow.leader === person.id
  const Device = person.device === 'phone' ? Smartphone : Monitor
  const words = [you ? 'You' : null, roleWords[person.role], person.guest ? 'guest' : null, away ? 'away' : null]
  return (
    <li className="flex min-h-12 items-center gap-2.5" data-person={person.id}>
      <span className="relative shrink-0">
        <Avatar
          name={person.name}
          personId={person.id}
          colour={person.colour}
          decorative
          className={cx((!here || away) && 'opacity-50')}
        />
        {here && (
          <span
            aria-hidden
            className={cx(
              '-right-0.5 -bottom-0.5 absolute size-3 rounded-full border-2 border-paper-0',
              away ? 'bg-line-strong' : 'bg-good',
            )}
          />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-sm">{person.name}</bdi>
        <span className="flex items-center gap-1.5 text-ink-500 text-xs">
          {here && person.device !== 'unknown' && (
            <Device
              role="img"
              aria-label={person.device === 'phone' ? 'on a phone' : 'on a computer'}
              className="size-3.5 shrink-0"
            />
          )}
          <span className="truncate">{words.filter(Boolean).join(', ')}</span>
        </span>
      </span>
      {hand > 0 && (
        <Badge tone="warn" title={`Hand raised, number ${hand}`}>
          <Hand aria-hidden className="size-3.5" />
          <span className="sr-only">Hand raised, number </span>
          {hand}
        </Badge>
      )}
      {drafts > 0 && (
        <Badge title={`${drafts} private ${drafts === 1 ? 'note' : 'notes'}`}>
          <StickyNote aria-hidden className="size-3.5" />
          {drafts}
          <span className="sr-only"> private {drafts === 1 ? 'note' : 'notes'}</span>
        </Badge>
      )}
      {ready && (
        <Badge tone="good" title="Ready">
          <Check aria-hidden className="size-3.5" />
          <span className="sr-only">Ready</span>
        </Badge>
      )}
      {!you && here && (
        <button
          type="button"
          aria-pressed={following}
          onClick={() => follow.toggle(person.id)}
          className="rounded-sm px-1.5 py-1 text-accent text-xs underline touch:min-h-11"
        >
          {following ? 'Leave' : 'Follow'}
          <span className="sr-only"> {person.name}</span>
        </button>
      )}
      {sessionId !== null && (
        <Menu
          align="end"
          trigger={
            <IconButton label={`More for ${person.name}`} size="sm">
              <Ellipsis />
            </IconButton>
          }
        >
          <PersonMenu person={person} you={you} hand={hand > 0} sessionId={sessionId} />
        </Menu>
      )}
    </li>
  )
}
