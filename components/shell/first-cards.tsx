'use client'
import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { BoundText } from '#components/method/bound-text.tsx'
import { AgendaMenu } from '#components/stage/agenda/agenda-menu.tsx'
import { share } from '#components/stage/session/session-actions.ts'
import { useStage } from '#components/stage/state/use-stage.ts'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { leaveOnEscape } from '#components/ui/leave-field.ts'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { setLane } from '#lib/board/commands/lanes.ts'
import { limits } from '#lib/board/fields.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { addOutcome } from '#lib/method/commands/method.ts'
import { actors, outcomeWords } from '#lib/method/vocabulary.ts'

/** On an empty wall, for whoever leads: the three things to do before anybody comes, each done where it stands. */
export function FirstCards() {
  const { model } = useBoard()
  useBoardVersion()
  const mayLead = useMay('stage.lead').ok
  const { agenda } = useStage()
  const { session } = useRoster()
  if (!mayLead || model.notes.size > 0) return null
  const promise = model.outcomes[0]?.promise.trim() ?? ''
  return (
    <ol
      aria-label="Before anybody comes"
      data-own-pointer
      data-own-wheel
      className="-translate-x-1/2 absolute bottom-16 left-1/2 flex w-max max-w-[calc(100%-2rem)] items-stretch gap-4 max-md:hidden"
    >
      <Ghost at={1} title="Write the promise" done={promise !== ''}>
        <PromiseField />
      </Ghost>
      <Ghost at={2} title="Name the lanes" done={model.lanes.some(({ name }) => !given.includes(name))}>
        <div className="grid max-h-28 gap-1 overflow-y-auto">
          {model.lanes.map(lane => (
            <LaneName key={lane.id} lane={lane} />
          ))}
        </div>
      </Ghost>
      <Ghost at={3} title="Choose an agenda, share the code" done={agenda.length > 0 && session?.status === 'open'}>
        <div className="flex flex-wrap gap-2">
          <AgendaMenu
            trigger={<Button size="sm">{agenda.length > 0 ? `${agenda.length} activities` : 'Agenda'}</Button>}
          />
          <ActionButton action={share} size="sm" />
        </div>
      </Ghost>
    </ol>
  )
}

/** Names that a blank board comes with. */
const given: string[] = [actors.customer, actors['front-stage'], actors['back-stage']]

function Ghost({ at, title, done, children }: { at: number; title: string; done: boolean; children: ReactNode }) {
  return (
    <li className="grid w-64 content-start gap-2 rounded-note border-2 border-wall-ink/40 border-dashed bg-paper-0/70 p-3 text-ink-900">
      <h2 className="flex items-center gap-2 text-base">
        <span
          className={cx(
            'grid size-6 shrink-0 place-items-center rounded-full text-xs figures',
            done ? 'bg-good-soft text-good' : 'bg-paper-200',
          )}
        >
          {done ? <Check role="img" aria-label="Done" className="size-4" /> : at}
        </span>
        {title}
      </h2>
      {children}
    </li>
  )
}

function PromiseField() {
  const board = useBoard()
  useBoardVersion()
  const may = useMay('outcome.add')
  const [asked, setAsked] = useState(false)
  const [outcome] = board.model.outcomes
  if (!outcome)
    return (
      <Button
        size="sm"
        className="justify-self-start"
        disabled={!may.ok}
        title={may.ok ? undefined : may.reason}
        onClick={() => {
          addOutcome(board.writer, board.model)
          setAsked(true)
        }}
      >
        What do we promise our customer?
      </Button>
    )
  return (
    <BoundText
      key={outcome.id}
      root="outcome"
      entity={outcome.id}
      field="promise"
      rows={3}
      autoFocus={asked}
      aria-label={outcomeWords.promise.asks}
      placeholder="What do we promise our customer?"
      onKeyDown={event => leaveOnEscape(event)}
      className="min-h-20! text-sm!"
    />
  )
}

function LaneName({ lane }: { lane: Lane }) {
  const board = useBoard()
  const [text, setText] = useState<string | null>(null)
  const commit = () => {
    if (text !== null && text.trim() !== lane.name) setLane(board.writer, 'lane.name', lane.id, { name: text.trim() })
    setText(null)
  }
  return (
    <input
      aria-label={`Name of lane ${lane.name}`}
      dir="auto"
      value={text ?? lane.name}
      maxLength={limits.name}
      onChange={event => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur()
        leaveOnEscape(event)
      }}
      className="h-8 w-full rounded-sm border border-line-strong bg-paper-0 px-2 font-note text-sm"
    />
  )
}
