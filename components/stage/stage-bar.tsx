'use client'
import { ChevronDown, ChevronLeft, ChevronRight, ListOrdered, Pin, PinOff } from 'lucide-react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useCollab } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { AgendaMenu } from './agenda/agenda-menu.tsx'
import { Instruction } from './agenda/instruction.tsx'
import { moveEverybody } from './agenda/move-on.ts'
import { AttentionMenu } from './attention/attention-menu.tsx'
import { useAsk } from './state/ask.ts'
import { useFrozen, useStage } from './state/use-stage.ts'
import { type Where, whereIs } from './state/where.ts'
import { TimerControl } from './timer/timer-control.tsx'

/** In the middle of the top bar: where we are, what to do now, for how long; and, for who leads, the way on. */
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
      {mayLead && <Freeze />}
      {mayLead && <AttentionMenu />}
    </section>
  )
}

function Lead({ where }: { where: Where }) {
  const { agenda } = useStage()
  const board = useBoard()
  const collab = useCollab()
  const go = (to: 'next' | 'previous') => () => moveEverybody(board, collab, to)
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
        <IconButton
          label={previous ? `Back to ${previous.name}` : 'This is the first activity'}
          shortcut="Mod+Shift+ArrowLeft"
          size="sm"
          disabled={!previous}
          onClick={go('previous')}
        >
          <ChevronLeft />
        </IconButton>
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
        <IconButton
          label={next ? `On to ${next.name}` : 'This is the last activity'}
          shortcut="Mod+Shift+ArrowRight"
          size="sm"
          variant={next ? 'quiet' : 'ghost'}
          disabled={!next}
          onClick={go('next')}
        >
          <ChevronRight />
        </IconButton>
      ) : (
        next && (
          <Button size="sm" onClick={go('next')}>
            Begin
          </Button>
        )
      )}
    </>
  )
}

/** Name and instruction of the activity in two lines; pressed, in full. */
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

function Freeze() {
  const frozen = useFrozen()
  const ask = useAsk()
  return (
    <IconButton
      label={frozen ? 'Let everybody write again' : 'Freeze the wall for everybody else'}
      shortcut="Shift+F"
      size="sm"
      aria-pressed={frozen}
      onClick={() => void ask('stage.freeze', { frozen: !frozen })}
    >
      {frozen ? <PinOff /> : <Pin />}
    </IconButton>
  )
}
