'use client'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { CrownPicture } from '#components/charts/crown.tsx'
import { Button } from '#components/ui/button.tsx'
import { useCurrency } from '#components/ui/currency.ts'
import { Select } from '#components/ui/input.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { type PlannedAction, undecidedOf } from '#lib/method/actions.ts'
import { goToTarget } from '../go-to-target.ts'
import { useFigures, useMethod } from '../method-context.tsx'
import { Section } from '../parts.tsx'
import { Remarks } from '../remarks.tsx'
import { ActionList } from './action-list.tsx'
import { ImpactEffort } from './impact-effort.tsx'

type Filter = 'all' | 'open' | 'done' | 'unowned'
const filters: readonly { id: Filter; label: string; keeps: (action: PlannedAction) => boolean }[] = [
  { id: 'all', label: 'All actions', keeps: () => true },
  { id: 'open', label: 'Open', keeps: action => !action.done },
  { id: 'done', label: 'Done', keeps: action => action.done },
  { id: 'unowned', label: 'Without an owner', keeps: action => !action.entity.verdictOwner?.trim() },
]

/** What was decided, what it brings for which effort, and who does it until when. */
export function VerdictsPanel() {
  const board = useBoard()
  const frame = useFrameStore()
  const { asIs } = useMethod()
  const figures = useFigures()
  const currency = useCurrency()
  const [filter, setFilter] = useState<Filter>('all')
  const actions = figures?.asIs.actions() ?? []
  const undecided = undecidedOf(asIs)
  const total = asIs.points.length
  const shown = actions.filter(filters.find(one => one.id === filter)?.keeps ?? (() => true))
  const done = actions.filter(action => action.done).length
  const next = undecided[0]
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 text-sm">
        <p className="flex-1">
          {total === 0
            ? 'No points of failure yet.'
            : undecided.length === 0
              ? `All ${total} points of failure are decided.`
              : `${total - undecided.length} of ${total} points of failure are decided.`}
        </p>
        {next && (
          <Button
            size="sm"
            variant="primary"
            onClick={() => {
              goToTarget(board, { root: next.on, id: next.id })
              frame.change({ panel: 'now', deciding: true })
            }}
          >
            Decide the next one
            <ArrowRight aria-hidden />
          </Button>
        )}
      </div>
      <Remarks about={['verdict', 'effective-first', 'to-be']} />
      {actions.length > 0 && (
        <Section title="Impact and effort" hint="Up: better for cost, customer and revenue. Right: more effort.">
          <ImpactEffort actions={actions} />
        </Section>
      )}
      {figures && actions.length > 0 && (
        <Section title="Triple crown">
          <CrownPicture crown={figures.asIs.crown()} currency={currency} />
        </Section>
      )}
      <Section
        title="Actions"
        hint={
          actions.length > 0
            ? `${done} of ${actions.length} done.`
            : figures && 'Every Eliminate and Improve becomes an action here.'
        }
      >
        {actions.length > 0 && (
          <Select
            aria-label="Which actions"
            value={filter}
            onChange={event => setFilter(event.target.value as Filter)}
            className="[&_select]:h-9 [&_select]:text-sm [&_svg]:top-2.5"
          >
            {filters.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
        <ActionList actions={shown} />
        {actions.length > 0 && shown.length === 0 && <p className="text-ink-500 text-sm">None of this kind.</p>}
      </Section>
    </div>
  )
}
