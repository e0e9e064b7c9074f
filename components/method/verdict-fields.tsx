'use client'
import { cx } from 'class-variance-authority'
import { ArrowUp, Check, type LucideIcon, X } from 'lucide-react'
import { useId } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { hereFirst } from '#components/collab/roster.ts'
import { Input } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { limits } from '#lib/board/fields.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import { giveVerdict, type Judgement, setCrown } from '#lib/method/commands/method.ts'
import { readText } from '#lib/method/details.ts'
import { shared } from '#lib/method/shared.ts'
import { acts, effortIds, efforts, type Verdict, verdictIds, verdictWords } from '#lib/method/vocabulary.ts'
import { CrownFields } from './crown-fields.tsx'
import { ChoiceGroup, ClearForAll, Differs, DraftField } from './parts.tsx'
import type { Selected } from './use-target.ts'

const icons = { eliminate: X, improve: ArrowUp, keep: Check } as const satisfies Record<Verdict, LucideIcon>
const choices = verdictIds.map(value => {
  const { name, means } = verdictWords[value]
  const Icon = icons[value]
  const label = (
    <>
      <Icon aria-hidden />
      {name}
    </>
  )
  return { value, label, title: `${name}: ${means}` }
})

const exact = (text: string) => text

/** The verdict on steps and points of failure, with all that makes it an action. */
export function VerdictFields({
  of,
  refusal,
  large = false,
}: {
  of: readonly Pick<Selected, 'entity' | 'target'>[]
  refusal: string | undefined
  /** On the card of one point: large choices, who and when before what it brings. */
  large?: boolean
}) {
  const board = useBoard()
  const entities = of.map(({ entity }) => entity)
  const targets = of.map(({ target }) => target)
  const give = (judgement: Judgement) => giveVerdict(board.writer, targets, judgement)
  const verdict = shared(entities, one => one.verdict)
  const changes = entities.every(one => acts(one.verdict))
  return (
    <div className="grid gap-3">
      <ChoiceGroup
        label="Verdict"
        hideLabel={!verdict.differs}
        {...verdict}
        refusal={refusal}
        onValue={next => give({ verdict: next })}
        choices={choices}
        large={large}
      />
      {verdict.value && (
        <TextOf
          name="verdictReason"
          label={verdictWords[verdict.value].asksReason}
          of={entities}
          limit={limits.reason}
          refusal={refusal}
          lines={2}
          onValue={verdictReason => give({ verdictReason })}
        />
      )}
      {verdict.value === 'improve' && entities.length === 1 && (
        <TextOf
          name="improved"
          label="What it becomes"
          hint="What the note says on the to-be."
          of={entities}
          limit={limits.reason}
          refusal={refusal}
          lines={2}
          onValue={improved => give({ improved })}
        />
      )}
      {changes && large && <ActionFields of={entities} refusal={refusal} give={give} large />}
      {changes && (
        <>
          <CrownFields
            of={entities}
            refusal={refusal}
            onChange={(side, change) => setCrown(board.writer, board.model, targets, side, change)}
          />
          <ChoiceGroup
            label="Effort"
            {...shared(entities, one => one.effort)}
            refusal={refusal}
            onValue={effort => give({ effort })}
            choices={effortIds.map(value => ({ value, label: efforts[value] }))}
          />
        </>
      )}
      {changes && !large && <ActionFields of={entities} refusal={refusal} give={give} />}
    </div>
  )
}

type TextKey = 'verdictReason' | 'improved' | 'verdictOwner'

function TextOf({
  of,
  name,
  limit,
  ...rest
}: {
  of: readonly (Note | Link)[]
  name: TextKey
  label: string
  hint?: string
  limit: number
  refusal: string | undefined
  lines?: number
  list?: string
  onValue: (text: string | null) => void
}) {
  const { value, differs } = shared(of, one => one[name])
  return <DraftField name={name} value={value} differs={differs} read={readText(limit)} write={exact} {...rest} />
}

/** Who does it, until when, and whether it is done. */
function ActionFields({
  of,
  refusal,
  give,
  large = false,
}: {
  of: readonly (Note | Link)[]
  refusal: string | undefined
  /** The people who are here stand below the field, to be chosen by a press. */
  large?: boolean
  give: (judgement: Judgement) => void
}) {
  const owners = useId()
  const id = useId()
  const due = shared(of, one => one.due)
  const done = of.filter(one => one.progress === 'done').length
  return (
    <>
      <div className={cx('grid gap-3', large ? 'grid-cols-1' : 'grid-cols-2')}>
        <TextOf
          name="verdictOwner"
          label="Owner"
          hint="One person, by name."
          of={of}
          limit={limits.name}
          refusal={refusal}
          list={owners}
          onValue={verdictOwner => give({ verdictOwner })}
        />
        <div data-field className="grid grid-cols-1 content-start gap-1">
          <span className="flex items-baseline justify-between gap-2 text-xs">
            <label htmlFor={id} className="font-semibold text-ink-700">
              Due
              {due.differs && <Differs />}
            </label>
            {due.differs && refusal === undefined && (
              <ClearForAll label="Due" onClear={() => give({ due: null })} className="touch:min-h-11 touch:px-2" />
            )}
          </span>
          <Input
            id={id}
            type="date"
            value={due.value ?? ''}
            disabled={refusal !== undefined}
            title={refusal}
            onChange={event => give({ due: event.target.value || null })}
            className="!h-9 !text-sm touch:!h-11"
          />
        </div>
      </div>
      <OwnerNames id={owners} />
      {large && <PeopleHere owner={shared(of, one => one.verdictOwner).value} refusal={refusal} give={give} />}
      <Switch
        label={of.length > 1 ? `Done (${done} of ${of.length})` : 'Done'}
        checked={done === of.length}
        disabled={refusal !== undefined}
        onCheckedChange={next => give({ progress: next ? 'done' : 'open' })}
      />
    </>
  )
}

/** People offered at once. */
const mostPeople = 8

function PeopleHere({
  owner,
  refusal,
  give,
}: {
  owner: string | null
  refusal: string | undefined
  give: (judgement: Judgement) => void
}) {
  const names = hereFirst(useRoster()).flatMap(({ here, name }) => (here ? name : []))
  const choices = [...new Set(names)].slice(0, mostPeople).map(name => ({ value: name, label: <bdi>{name}</bdi> }))
  return (
    <ChoiceGroup
      label="Who is here"
      hideLabel
      value={owner}
      refusal={refusal}
      onValue={verdictOwner => give({ verdictOwner })}
      choices={choices}
    />
  )
}

/** Names to choose an owner from: who is here, who else is on the board, and who owns something already. */
export function OwnerNames({ id }: { id: string }) {
  const board = useBoard()
  const roster = useRoster()
  const owners = [...board.model.notes.values(), ...board.model.links.values()].flatMap(one => one.verdictOwner ?? [])
  const names = new Set([...hereFirst(roster).map(({ name }) => name), ...owners.sort()])
  return (
    <datalist id={id}>
      {[...names].map(name => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
