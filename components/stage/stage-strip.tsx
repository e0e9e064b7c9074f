'use client'
import { cx } from 'class-variance-authority'
import { ChevronDown, ChevronLeft, ChevronRight, ListOrdered } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { ActionButton, ActionSwitch } from '#components/workspace/action-controls.tsx'
import { nextActivity, previousActivity } from './agenda/agenda-actions.ts'
import { AgendaMenu } from './agenda/agenda-menu.tsx'
import { Instruction } from './agenda/instruction.tsx'
import { freeze, gather, spotlight } from './attention/attention-actions.ts'
import { MyThumb } from './attention/me.tsx'
import { useNotice } from './notice.ts'
import { NoticeLine } from './notice-line.tsx'
import { useStage } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'
import { Clock } from './timer/clock.tsx'
import { TimerPanel } from './timer/timer-control.tsx'

/**
 * The stage bar where the top bar has no room, as on a phone: one line below it, which opens a sheet with everything.
 */
export function StageStrip() {
  const stage = useStage()
  const notice = useNotice()
  const { item, at } = whereIs(stage)
  const mayLead = useMay('stage.lead').ok
  const [open, setOpen] = useState(false)
  const maySign = useMay('hand.raise').ok
  if (!item && !stage.timer && !mayLead && !maySign && !notice) return null
  return (
    <section aria-label="Stage" className="border-line border-t">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={cx(
          'flex h-11 w-full items-center gap-2 px-3 text-left text-sm',
          notice?.tone === 'warn' && 'bg-warn-soft text-warn',
        )}
      >
        {notice && <notice.icon aria-hidden className="size-4 shrink-0" />}
        <span className="min-w-0 flex-1 truncate">
          {notice ? (
            <span role="status" dir="auto" className="line-clamp-2 whitespace-normal text-xs leading-tight">
              {notice.text}
            </span>
          ) : item ? (
            <>
              <span className="mr-1.5 text-ink-500 text-xs figures">
                {at + 1}/{stage.agenda.length}
              </span>
              <bdi className="font-semibold">{item.name}</bdi>
            </>
          ) : (
            <span className="text-ink-700">{mayLead ? 'Agenda, timer, signs' : 'Hand and reactions'}</span>
          )}
        </span>
        {stage.timer && <Clock timer={stage.timer} />}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-500" />
      </button>
      <Sheet open={open} onOpenChange={setOpen} title={item?.name ?? (mayLead ? 'Agenda and timer' : 'Your signs')}>
        <div className="grid gap-4">
          {notice && <NoticeLine notice={notice} />}
          {item && <Instruction item={item} />}
          <MyThumb onDone={() => setOpen(false)} />
          {mayLead && <Lead />}
          <TimerPanel />
        </div>
      </Sheet>
    </section>
  )
}

function Lead() {
  const stage = useStage()
  const { item, previous, next } = whereIs(stage)
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        <ActionButton action={previousActivity}>
          <ChevronLeft aria-hidden />
          <span className="truncate">{previous?.name ?? 'Back'}</span>
        </ActionButton>
        <ActionButton action={nextActivity} variant="primary">
          <span className="truncate">{next?.name ?? (item ? 'The end' : 'Begin')}</span>
          <ChevronRight aria-hidden />
        </ActionButton>
      </div>
      <AgendaMenu
        trigger={
          <Button>
            <ListOrdered aria-hidden />
            Agenda
          </Button>
        }
      />
      <div className="grid grid-cols-2 gap-2">
        <ActionButton action={gather} />
        <ActionButton action={spotlight} />
      </div>
      <ActionSwitch action={freeze} label="Freeze the wall for everybody else" />
    </div>
  )
}
