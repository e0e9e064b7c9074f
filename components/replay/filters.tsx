'use client'
import { cx } from 'class-variance-authority'
import type { ReactElement } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { type EventKind, eventKinds } from '#lib/replay/events.ts'
import { actorName, look, useLooking, useReplay } from './replay-context.ts'

const toggled = <T,>(set: ReadonlySet<T>, value: T): ReadonlySet<T> =>
  set.has(value) ? new Set([...set].filter(each => each !== value)) : new Set([...set, value])

/** Chooses people and kinds of work that stand out; the rest of the wall fades. */
export function ReplayFilters({ trigger }: { trigger: ReactElement }) {
  const replay = useReplay()
  const { facts, playback } = replay
  const { people, kinds } = useLooking()
  const acting = playback.columns.actors.filter(actor => actor !== null)
  const last = playback.columns.at.at(-1) ?? 0
  return (
    <Popover label="Who and what" side="top" align="end" className="w-72" trigger={trigger}>
      <fieldset>
        <legend className="mb-1 font-semibold">Who</legend>
        {acting.map(id => (
          <Check key={id} checked={people.has(id)} onChange={() => look(replay, { people: toggled(people, id) })}>
            <Avatar name={actorName(facts, id, last)} personId={id} size="sm" decorative />
            <bdi className="min-w-0 truncate">{actorName(facts, id, last)}</bdi>
          </Check>
        ))}
      </fieldset>
      <fieldset className="mt-3">
        <legend className="mb-1 font-semibold">What</legend>
        {(Object.entries(eventKinds) as [EventKind, string][]).map(([kind, label]) => (
          <Check key={kind} checked={kinds.has(kind)} onChange={() => look(replay, { kinds: toggled(kinds, kind) })}>
            {label}
          </Check>
        ))}
      </fieldset>
      <Button
        size="sm"
        className="mt-3"
        disabled={people.size + kinds.size === 0}
        onClick={() => look(replay, { people: new Set(), kinds: new Set() })}
      >
        Show everything
      </Button>
    </Popover>
  )
}

function Check(props: { checked: boolean; onChange: () => void; children: React.ReactNode }) {
  return (
    <label
      className={cx(
        'flex min-h-8 items-center gap-2 rounded-sm px-1 touch:min-h-11',
        props.checked && 'bg-accent-soft',
      )}
    >
      <input
        type="checkbox"
        checked={props.checked}
        onChange={props.onChange}
        className="size-4 shrink-0 accent-accent"
      />
      {props.children}
    </label>
  )
}
