'use client'
import { ChevronDown, ListOrdered } from 'lucide-react'
import { useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { ActionButton, ActionIcon } from '#components/workspace/action-controls.tsx'
import { nextActivity, previousActivity } from './agenda/agenda-actions.ts'
import { AgendaMenu } from './agenda/agenda-menu.tsx'
import { Instruction } from './agenda/instruction.tsx'
import { freeze } from './attention/attention-actions.ts'
import { AttentionMenu } from './attention-menu.tsx'
import { useStage } from './state/use-stage.ts'
import { type Where, whereIs } from './state/where.ts'
import { TimerControl } from './timer/timer-control.tsx'

/**
 * In the middle of the top bar: the current activity, its instruction and timer; for the facilitator, the buttons to
 * move on.
 */
export function StageBar() {
  const stage = useStage()
  const where = whereIs(stage)
  const mayLead = useMay('stage.lead').ok
  const isEmpty = stage.agenda.length === 0
  if (isEmpty && !stage.timer && !mayLead) return null
  return (
    <section aria-label="Stage" className="flex min-w-0 items-center gap-1 max-lg:hidden">
      {mayLead ? <Lead where={where} /> : where.item && <Now where={where} />}
      <TimerControl />
      {mayLead && <ActionIcon action={freeze} size="sm" pressed />}
      {mayLead && <AttentionMenu />}
    </section>
  )
}

function Lead({ where }: { where: Where }) {
  const { agenda } = useStage()
  const { item, previous, next } = where
  if (agenda.length === 0)
    return (
      <AgendaMenu
        trigger={
          <Button variant="ghost" size="sm">
            <ListOrdered aria-hidden />
            Agenda
            <ChevronDown aria-hidden />
          </Button>
        }
      />
    )
  return (
    <>
      {item && (
        <ActionIcon
          action={previousActivity}
          label={previous ? `Back to ${previous.name}` : 'This is the first activity'}
          size="sm"
        />
      )}
      <Now where={where} />
      <AgendaMenu
        trigger={
          <IconButton label="Agenda" size="sm">
            <ChevronDown />
          </IconButton>
        }
      />
      {item ? (
        <ActionIcon
          action={nextActivity}
          label={next ? `On to ${next.name}` : 'This is the last activity'}
          size="sm"
          variant={next ? 'quiet' : 'ghost'}
        />
      ) : (
        next && (
          <ActionButton action={nextActivity} size="sm">
            Begin
          </ActionButton>
        )
      )}
    </>
  )
}

/** Name and instruction of the activity in two lines; opens the full text. */
function Now({ where: { item, at, next } }: { where: Where }) {
  const { agenda } = useStage()
  if (!item)
    return (
      <p className="min-w-0 truncate px-2 text-ink-700 text-sm">
        {next ? `Agenda: ${agenda.length} activities, from ${next.name}` : ''}
      </p>
    )
  return (
    <Popover
      label={`What to do now: ${item.name}`}
      className="w-80"
      trigger={
        <button
          type="button"
          className="grid min-w-0 max-w-96 rounded-md px-2 py-1 text-left leading-tight hover:bg-ink-900/10"
        >
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="shrink-0 text-ink-500 text-xs figures">
              {at + 1}/{agenda.length}
            </span>
            <span className="truncate font-semibold text-sm" dir="auto">
              {item.name}
            </span>
          </span>
          <span className="truncate text-ink-500 text-xs" dir="auto">
            {item.instruction}
          </span>
        </button>
      }
    >
      <h2 className="mb-1 text-base" dir="auto">
        {item.name}
      </h2>
      <Instruction item={item} />
      {next && (
        <p className="mt-3 border-line border-t pt-2 text-ink-500 text-xs">
          Then: <bdi>{next.name}</bdi>
        </p>
      )}
    </Popover>
  )
}
