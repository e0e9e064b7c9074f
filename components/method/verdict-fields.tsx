'use client'
import { ArrowUp, Check, X } from 'lucide-react'
import { useId } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Input } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { giveVerdict, type Judgement, type Target } from '#lib/board/commands/method.ts'
import { limits } from '#lib/board/fields.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import { readText } from '#lib/method/details.ts'
import { CrownFields } from './crown-fields.tsx'
import { Choices, DraftField } from './parts.tsx'

const verdicts = [
  {
    value: 'eliminate',
    title: 'Eliminate: the to-be goes without it',
    label: (
      <>
        <X aria-hidden />
        Eliminate
      </>
    ),
  },
  {
    value: 'improve',
    title: 'Improve: it stays, and changes',
    label: (
      <>
        <ArrowUp aria-hidden />
        Improve
      </>
    ),
  },
  {
    value: 'keep',
    title: 'Keep: for a reason tied to the outcome',
    label: (
      <>
        <Check aria-hidden />
        Keep
      </>
    ),
  },
] as const

const reasons = {
  eliminate: 'Why can it go?',
  improve: 'Why does it have to change?',
  keep: 'Why does the outcome need it?',
} as const

const exact = (text: string) => text

/** The verdict on a step or a point of failure, with all that makes it an action. */
export function VerdictFields({ target, entity }: { target: Target; entity: Note | Link }) {
  const board = useBoard()
  const may = board.may('verdict.give', factsOf(board, entity))
  const refusal = may.ok ? undefined : may.reason
  const give = (judgement: Judgement) => giveVerdict(board.writer, target, judgement)
  const { verdict } = entity
  return (
    <div className="grid gap-3">
      <Choices
        label="Verdict"
        hideLabel
        value={verdict}
        refusal={refusal}
        onValue={next => give({ verdict: next })}
        choices={verdicts}
      />
      {verdict && (
        <DraftField
          name="verdictReason"
          label={reasons[verdict]}
          value={entity.verdictReason}
          read={readText(limits.reason)}
          write={exact}
          refusal={refusal}
          lines={2}
          onValue={verdictReason => give({ verdictReason })}
        />
      )}
      {verdict === 'improve' && (
        <DraftField
          name="improved"
          label="What it becomes"
          hint="What the note says on the to-be."
          value={entity.improved}
          read={readText(limits.reason)}
          write={exact}
          refusal={refusal}
          lines={2}
          onValue={improved => give({ improved })}
        />
      )}
      {(verdict === 'eliminate' || verdict === 'improve') && (
        <>
          <CrownFields crown={entity.crown} refusal={refusal} onCrown={crown => give({ crown })} />
          <Choices
            label="Effort"
            value={entity.effort}
            refusal={refusal}
            onValue={effort => give({ effort })}
            choices={[
              { value: 'small', label: 'Small' },
              { value: 'medium', label: 'Medium' },
              { value: 'large', label: 'Large' },
            ]}
          />
          <ActionFields entity={entity} refusal={refusal} give={give} />
        </>
      )}
    </div>
  )
}

/** Who does it, until when, and whether it is done. */
function ActionFields({
  entity,
  refusal,
  give,
}: {
  entity: Note | Link
  refusal: string | undefined
  give: (judgement: Judgement) => void
}) {
  const owners = useId()
  const due = useId()
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <DraftField
          name="verdictOwner"
          label="Owner"
          hint="One person, by name."
          value={entity.verdictOwner}
          read={readText(limits.name)}
          write={exact}
          refusal={refusal}
          list={owners}
          onValue={verdictOwner => give({ verdictOwner })}
        />
        <div className="grid content-start gap-1">
          <label htmlFor={due} className="font-semibold text-ink-700 text-xs">
            Due
          </label>
          <Input
            id={due}
            type="date"
            value={entity.due ?? ''}
            disabled={refusal !== undefined}
            title={refusal}
            onChange={event => give({ due: event.target.value || null })}
            className="!h-9 !text-sm touch:!h-11"
          />
        </div>
      </div>
      <OwnerNames id={owners} />
      <Switch
        label="Done"
        checked={entity.progress === 'done'}
        disabled={refusal !== undefined}
        onCheckedChange={done => give({ progress: done ? 'done' : 'open' })}
      />
    </>
  )
}

/** Names to choose an owner from: who owns something already, and who is on the board. */
export function OwnerNames({ id }: { id: string }) {
  const board = useBoard()
  const { people } = useRoster()
  const names = new Set<string>()
  for (const one of [...board.model.notes.values(), ...board.model.links.values()])
    if (one.verdictOwner) names.add(one.verdictOwner)
  for (const { name } of people.values()) names.add(name)
  return (
    <datalist id={id}>
      {[...names].sort().map(name => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
