'use client'
import { useId } from 'react'
import { useBoard, useLink, useNote } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { limits } from '#lib/board/fields.ts'
import type { PlannedAction } from '#lib/method/actions.ts'
import { giveVerdict, type Judgement } from '#lib/method/commands/method.ts'
import { readText } from '#lib/method/details.ts'
import { verdictWords } from '#lib/method/vocabulary.ts'
import { goToTarget } from '../go-to-target.ts'
import { DraftField } from '../parts.tsx'
import { OwnerNames } from '../verdict-fields.tsx'

/** Actions with owner, due date and progress, each to be changed where it stands. */
export function ActionList({ actions }: { actions: readonly PlannedAction[] }) {
  const owners = useId()
  return (
    <>
      <OwnerNames id={owners} />
      <ul className="grid">
        {actions.map(action => (
          <ActionRow key={action.target.id} action={action} owners={owners} />
        ))}
      </ul>
    </>
  )
}

function ActionRow({ action, owners }: { action: PlannedAction; owners: string }) {
  const board = useBoard()
  const due = useId()
  const { target, verdict, code, label } = action
  // Shows a change at once; the list follows a moment later.
  const note = useNote(target.root === 'notes' ? target.id : '')
  const link = useLink(target.root === 'links' ? target.id : '')
  const entity = note ?? link ?? action.entity
  const done = entity.progress === 'done'
  const may = board.may('verdict.give', factsOf(board, entity))
  const refusal = may.ok ? undefined : may.reason
  const give = (judgement: Judgement) => giveVerdict(board.writer, [target], judgement)
  const isLate = !done && entity.due !== null && entity.due < today()
  const toDo = verdict === 'improve' && entity.improved ? entity.improved : label
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 border-line border-t py-2.5 first:border-t-0">
      <input
        type="checkbox"
        aria-label={`Done: ${label}`}
        checked={done}
        disabled={!may.ok}
        title={refusal ?? 'Done'}
        onChange={event => give({ progress: event.target.checked ? 'done' : 'open' })}
        className="mt-1 size-5 accent-accent touch:size-7"
      />
      <div className="grid gap-1.5">
        <button
          type="button"
          dir="auto"
          onClick={() => goToTarget(board, target)}
          className={`text-left text-sm hover:underline ${done ? 'text-ink-500 line-through' : ''}`}
        >
          <span className="font-semibold">
            {code && `${code} `}
            {verdictWords[verdict].name}:
          </span>{' '}
          {toDo}
        </button>
        <div className="grid grid-cols-2 gap-2">
          <DraftField
            label="Owner"
            value={entity.verdictOwner}
            read={readText(limits.name)}
            write={text => text}
            refusal={refusal}
            list={owners}
            onValue={verdictOwner => give({ verdictOwner })}
          />
          <div className="grid content-start gap-1">
            <label htmlFor={due} className="flex justify-between font-semibold text-ink-700 text-xs">
              Due {isLate && <span className="text-danger">late</span>}
            </label>
            <input
              id={due}
              type="date"
              value={entity.due ?? ''}
              disabled={!may.ok}
              title={refusal}
              onChange={event => give({ due: event.target.value || null })}
              className="h-9 w-full rounded-md border border-line-strong bg-paper-0 px-2 text-ink-900 text-sm touch:h-11 disabled:bg-paper-100"
            />
          </div>
        </div>
      </div>
    </li>
  )
}

/** Returns today's date in this person's time zone, as dates are stored. */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
