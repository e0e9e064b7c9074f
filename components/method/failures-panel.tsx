'use client'
import { useMemo, useRef, useState } from 'react'
import { Select } from '#components/ui/input.tsx'
import { points } from '#lib/method/vocabulary.ts'
import { pointKinds } from '#lib/notes/define.ts'
import { useAnalysis } from './method-context.tsx'
import { PointCard } from './point-card.tsx'
import { type Filter, filterItems, itemsOf, noFilter } from './point-list.ts'
import { PointRows } from './point-rows.tsx'
import { useAskForPoints } from './points-asked.ts'
import { Remarks } from './remarks.tsx'
import { CountsLine } from './stamps.tsx'
import { useWalk } from './use-walk.ts'

/** Points of failure, proposed and confirmed, to decide one by one. */
export function FailuresPanel() {
  const analysis = useAnalysis()
  useAskForPoints()
  const [filter, setFilter] = useState<Filter>(noFilter)
  // Not again for what is only selected.
  const { all, questions, lanes } = useMemo(() => {
    const all = itemsOf(analysis)
    const questions = all.filter(({ kind, state }) => state === 'proposed' && !isPointKind(kind)).length
    return { all, questions, lanes: [...new Set(all.map(item => item.lane))] }
  }, [analysis])
  const proposed = analysis.counts.proposed.total
  const walk = useWalk(useMemo(() => filterItems(all, filter), [all, filter]))
  const list = useRef<HTMLDivElement>(null)
  const { items, current, index } = walk
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list work from the card beside it, too.
    <div className="flex h-full flex-col" onKeyDown={walk.onKeyDown}>
      <div className="grid gap-2 px-4 pb-3">
        <CountsLine counts={analysis.counts} />
        <p className="text-ink-500 text-xs">
          {proposed + questions === 0
            ? 'Nothing is waiting for an answer.'
            : `${waiting(proposed, questions)}. [ and ] go through them, Y confirms, X dismisses; in this list also ↑ ↓, and 1, 2, 3 for the kind.`}
        </p>
        <Filters filter={filter} lanes={lanes} onFilter={setFilter} />
      </div>
      <Remarks about={['lane', 'rule', 'rework']} folded />
      {current && (
        <PointCard
          key={current.key}
          item={current}
          place={`${index + 1} of ${items.length}`}
          asking={walk.asking}
          onAsk={walk.ask}
          onDecide={decision => {
            walk.decide(current, decision)
            // The card shows another item now; the keys continue in the list.
            list.current?.focus({ preventScroll: true })
          }}
          onNext={() => walk.go(items[index + 1] ?? items[0])}
          onBefore={() => walk.go(items[index - 1] ?? items.at(-1))}
        />
      )}
      <PointRows ref={list} items={items} index={current ? index : -1} onPick={walk.go} empty={all.length === 0} />
    </div>
  )
}

const isPointKind = (kind: string): boolean => pointKinds.some(one => one === kind)

/** What waits for an answer: proposed points, and the map's questions, which are counted apart. */
function waiting(proposed: number, questions: number): string {
  const asked = questions === 0 ? '' : `${questions} question${questions === 1 ? '' : 's'} of the map`
  return [proposed > 0 ? `${proposed} proposed` : '', asked].filter(Boolean).join(', ')
}

function Filters({
  filter,
  lanes,
  onFilter,
}: {
  filter: Filter
  lanes: readonly string[]
  onFilter: (filter: Filter) => void
}) {
  return (
    <div className="grid grid-cols-3 gap-1.5 [&_select]:h-9 [&_select]:text-sm [&_svg]:top-2.5">
      <Select
        aria-label="Kind"
        value={filter.kind}
        onChange={event => onFilter({ ...filter, kind: event.target.value as Filter['kind'] })}
      >
        <option value="all">All kinds</option>
        {pointKinds.map(kind => (
          <option key={kind} value={kind}>
            {points[kind].names}
          </option>
        ))}
        <option value="rework">Rework</option>
        <option value="orphan">Why do we do this?</option>
      </Select>
      <Select
        aria-label="State"
        value={filter.state}
        onChange={event => onFilter({ ...filter, state: event.target.value as Filter['state'] })}
      >
        <option value="all">Current</option>
        <option value="open">Proposed</option>
        <option value="confirmed">Confirmed</option>
        <option value="dismissed">Dismissed</option>
      </Select>
      <Select
        aria-label="Lane"
        value={filter.lane}
        onChange={event => onFilter({ ...filter, lane: event.target.value })}
      >
        <option value="">All lanes</option>
        {lanes.map(lane => (
          <option key={lane}>{lane}</option>
        ))}
      </Select>
    </div>
  )
}
