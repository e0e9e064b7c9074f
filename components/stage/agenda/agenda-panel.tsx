'use client'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { readAgenda } from '#lib/facilitation/define.ts'
import { damagedWords, durationWords, minutesOf } from '#lib/facilitation/edit-agenda.ts'
import { useStage } from '../state/use-stage.ts'
import { AddActivity } from './add-activity.tsx'
import { AgendaList } from './agenda-list.tsx'
import { AgendaTemplates } from './agenda-templates.tsx'
import { Instruction } from './instruction.tsx'

/** The agenda beside the wall: everybody can read it, the facilitator can change it before and during the session. */
export function AgendaPanel() {
  const { agenda } = useStage()
  const damaged = damagedWords(readAgenda(useBoard().model.stage.agenda).damaged)
  const mayLead = useMay('stage.lead').ok
  if (!mayLead) return <Program />
  return (
    <div className="grid grid-cols-1 gap-3 px-4 pb-6">
      <AgendaTemplates />
      {damaged && (
        <p role="status" className="text-sm text-warn">
          {damaged}
        </p>
      )}
      {agenda.length === 0 ? (
        <p className="text-ink-500 text-sm">
          No agenda yet. Without one, everybody may do everything on the wall; with one, each activity says what to do,
          for how long, and who may do what.
        </p>
      ) : (
        <>
          <p className="text-ink-500 text-xs figures">
            {agenda.length} {agenda.length === 1 ? 'activity' : 'activities'}, {durationWords(minutesOf(agenda))}
          </p>
          <AgendaList />
        </>
      )}
      <AddActivity />
    </div>
  )
}

/** The agenda for everybody but the facilitator. */
function Program() {
  const { agenda, item: now } = useStage()
  if (agenda.length === 0) return <p className="px-4 py-6 text-ink-500 text-sm">This session has no agenda.</p>
  return (
    <ol className="grid grid-cols-1 gap-1 px-4 pb-6">
      {agenda.map((item, at) => (
        <li
          key={item.id}
          aria-current={item.id === now ? 'step' : undefined}
          className="rounded-md border border-transparent px-2 py-1.5 aria-[current]:border-line aria-[current]:bg-paper-100"
        >
          <p className="flex gap-2 text-sm">
            <span className="w-5 shrink-0 text-right text-ink-500 figures">{at + 1}</span>
            <bdi className={item.id === now ? 'flex-1 font-semibold' : 'flex-1'}>{item.name}</bdi>
            <span className="shrink-0 text-ink-500 text-xs figures">{durationWords(item.minutes)}</span>
          </p>
          {item.id === now && (
            <div className="mt-1 ml-7">
              <Instruction item={item} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
