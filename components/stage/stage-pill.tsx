'use client'
import { cx } from 'class-variance-authority'
import { ChevronDown, ChevronRight, ListOrdered, Stamp } from 'lucide-react'
import { useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { useFrame } from '#components/workspace/frame-state.ts'
import { nextActivity } from './agenda/agenda-actions.ts'
import { AgendaMenu } from './agenda/agenda-menu.tsx'
import { sayReady } from './attention/sign-actions.ts'
import { openFinish } from './finish-actions.ts'
import { useFold } from './instruction-card.tsx'
import { type StageNotice, useNotice } from './notice.ts'
import { NoticeLine } from './notice-line.tsx'
import { useReady } from './state/use-ready.ts'
import { useStage } from './state/use-stage.ts'
import { type Where, whereIs } from './state/where.ts'
import { TimerControl } from './timer/timer-control.tsx'

/** In the middle of the top bar: where we are, what to do now, the clock, and for whoever leads the way on. */
export function StagePill() {
  const stage = useStage()
  const where = whereIs(stage)
  const notice = useNotice()
  const mayLead = useMay('stage.lead').ok
  if (stage.agenda.length === 0 && !stage.timer && !mayLead && !notice) return null
  return (
    <section
      aria-label="Stage"
      className={cx(
        'flex h-10 w-full max-w-2xl items-center gap-1 rounded-full border bg-paper-50 px-1',
        notice?.tone === 'warn' ? 'border-warn bg-warn-soft' : 'border-line-strong',
      )}
    >
      <Now where={where} notice={notice} />
      <TimerControl />
      {mayLead ? <Lead where={where} /> : where.item && <ImReady />}
    </section>
  )
}

/** Place, name and instruction in two lines; a press unfolds the card. What is out of the ordinary stands there instead. */
function Now({ where: { item, at, next }, notice }: { where: Where; notice: StageNotice | null }) {
  const { agenda } = useStage()
  const { card } = useFrame()
  const { unfold, fold } = useFold()
  if (!item)
    return (
      <div className="min-w-0 flex-1 px-3 text-ink-700 text-xs leading-tight">
        {notice ? (
          <NoticeLine notice={notice} />
        ) : next ? (
          `Agenda: ${agenda.length} activities, from ${next.name}`
        ) : (
          'No agenda: everybody may do everything.'
        )}
      </div>
    )
  return (
    <div className="flex min-w-0 flex-1 items-center">
      <button
        type="button"
        aria-expanded={card === item.id}
        data-card-toggle
        onClick={() => (card === item.id ? fold() : unfold())}
        className={cx(
          'min-w-0 rounded-full px-3 py-0.5 text-left text-xs leading-[1.2] hover:bg-ink-900/5',
          notice ? 'max-w-[45%] shrink-0' : 'flex-1',
        )}
      >
        <span className={cx('block', notice ? 'truncate' : 'line-clamp-2')} dir="auto">
          <span className="mr-1.5 text-ink-500 figures">
            {at + 1}/{agenda.length}
          </span>
          <strong className="text-sm">{item.name}</strong>
          {!notice && item.instruction && <span className="ml-2 text-ink-700">{item.instruction}</span>}
        </span>
      </button>
      {notice && <NoticeLine notice={notice} />}
    </div>
  )
}

function ImReady() {
  const { isReady } = useReady()
  return (
    <ActionButton
      action={sayReady}
      pressed
      size="sm"
      variant={isReady ? 'primary' : 'quiet'}
      className="rounded-full!"
    />
  )
}

function Lead({ where: { item, next } }: { where: Where }) {
  const { agenda, ready } = useStage()
  const { here } = useReady()
  return (
    <>
      {ready.length > 0 && (
        <span className="shrink-0 px-1 text-good text-xs figures" title="People who said that they are ready">
          {ready.length}/{Math.max(here, ready.length)} ready
        </span>
      )}
      <AgendaMenu
        trigger={
          agenda.length === 0 ? (
            <Button size="sm" variant="primary" className="rounded-full!">
              <ListOrdered aria-hidden />
              Agenda
              <ChevronDown aria-hidden />
            </Button>
          ) : (
            <IconButton label="Agenda" size="sm" className="rounded-full!">
              <ListOrdered />
            </IconButton>
          )
        }
      />
      {next ? (
        <ActionButton action={nextActivity} size="sm" variant="primary" className="max-w-52 rounded-full!">
          <span className="truncate">{item ? `Next: ${next.name}` : 'Begin'}</span>
          <ChevronRight aria-hidden />
        </ActionButton>
      ) : (
        item && (
          <ActionButton action={openFinish} size="sm" variant="primary" className="rounded-full!">
            <Stamp aria-hidden />
            Finish
          </ActionButton>
        )
      )}
    </>
  )
}
