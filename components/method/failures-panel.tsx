'use client'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { Select } from '#components/ui/input.tsx'
import { answerDoubt, confirmPoint, dismissPoint, forgetPoint } from '#lib/board/commands/method.ts'
import { kindNames } from './feed-wall.ts'
import { goToTarget } from './go-to-target.ts'
import { useAnalysis } from './method-context.tsx'
import { PointCard, type PointDecision } from './point-card.tsx'
import { type Filter, filterItems, type Item, itemsOf, noFilter } from './point-list.ts'
import { CountsLine, PointStamp } from './stamps.tsx'

/** Points of failure: what the map proposes and what people said, to go through one by one. */
export function FailuresPanel() {
  const board = useBoard()
  const analysis = useAnalysis()
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [at, setAt] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const all = itemsOf(analysis)
  const items = filterItems(all, filter)
  const index = Math.max(
    0,
    items.findIndex(item => item.key === at),
  )
  const current = items[index]
  const open = all.filter(item => item.state === 'proposed').length

  const go = (item: Item | undefined) => {
    if (!item) return
    setAt(item.key)
    setAsking(false)
    goToTarget(board, item.target)
    document.getElementById(rowId(item))?.scrollIntoView({ block: 'nearest' })
    board.announce(`${item.code} ${item.label}, ${item.state}. ${index + 1} of ${items.length}.`)
  }
  const decide = (item: Item, decision: PointDecision) => {
    const { target, kind, entity } = item
    const may = board.may('failure.mark', factsOf(board, entity))
    if (!may.ok) {
      board.tell(may.reason)
      return
    }
    // The next one is chosen before this one leaves the list.
    const next = items[index + 1] ?? items[index - 1]
    if (kind === 'rework' || kind === 'orphan') {
      const state = decision.do === 'forget' ? null : decision.do === 'dismiss' ? 'dismissed' : 'confirmed'
      answerDoubt(board.writer, target, kind, state, decision.do === 'dismiss' ? decision.reason : '')
    } else if (decision.do === 'confirm') confirmPoint(board.writer, target, decision.kind ?? kind)
    else if (decision.do === 'dismiss') dismissPoint(board.writer, target, kind, decision.reason)
    else forgetPoint(board.writer, target)
    if (item.state === 'proposed' && decision.do !== 'forget') go(next)
    setAsking(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select')) return
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return
    const handled = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (key === 'ArrowDown' || key === 'j') go(items[index + (at === null ? 0 : 1)] ?? current)
    else if (key === 'ArrowUp' || key === 'k') go(items[Math.max(0, index - 1)])
    else if (key === 'Home') go(items[0])
    else if (key === 'End') go(items.at(-1))
    else if (key === 'Enter' && event.target === list.current) go(current)
    else if (key === 'c') decide(current, { do: 'confirm' })
    else if (key === 'x' || key === 'Delete') setAsking(true)
    else if (key === '1') decide(current, { do: 'confirm', kind: 'mot' })
    else if (key === '2') decide(current, { do: 'confirm', kind: 'bp' })
    else if (key === '3') decide(current, { do: 'confirm', kind: 'br' })
    else return
    handled()
  }
  const lanes = [...new Set(all.map(item => item.lane))]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list work from the card beside it, too.
    <div className="flex h-full flex-col" onKeyDown={onKeyDown}>
      <div className="grid gap-2 px-4 pb-3">
        <CountsLine counts={analysis.counts} />
        <p className="text-ink-500 text-xs">
          {open === 0
            ? 'Nothing is waiting for an answer.'
            : `${open} proposed. Go through them with ↓, confirm with C, dismiss with X.`}
        </p>
        <div className="grid grid-cols-3 gap-1.5 [&_select]:h-9 [&_select]:text-sm [&_svg]:top-2.5">
          <Select
            aria-label="Kind"
            value={filter.kind}
            onChange={event => setFilter({ ...filter, kind: event.target.value as Filter['kind'] })}
          >
            <option value="all">All kinds</option>
            <option value="mot">Moments of Truth</option>
            <option value="bp">Break Points</option>
            <option value="br">Business Rules</option>
            <option value="rework">Rework</option>
            <option value="orphan">Why do we do this?</option>
          </Select>
          <Select
            aria-label="State"
            value={filter.state}
            onChange={event => setFilter({ ...filter, state: event.target.value as Filter['state'] })}
          >
            <option value="all">All but dismissed</option>
            <option value="open">Proposed</option>
            <option value="confirmed">Confirmed</option>
            <option value="dismissed">Dismissed</option>
          </Select>
          <Select
            aria-label="Lane"
            value={filter.lane}
            onChange={event => setFilter({ ...filter, lane: event.target.value })}
          >
            <option value="">All lanes</option>
            {lanes.map(lane => (
              <option key={lane}>{lane}</option>
            ))}
          </Select>
        </div>
      </div>
      {current && at !== null && (
        <PointCard
          key={current.key}
          item={current}
          place={`${index + 1} of ${items.length}`}
          asking={asking}
          onAsk={setAsking}
          onDecide={decision => decide(current, decision)}
          onNext={() => go(items[index + 1] ?? items[0])}
          onBefore={() => go(items[index - 1] ?? items.at(-1))}
        />
      )}
      <div
        ref={list}
        role="listbox"
        aria-label="Points of failure"
        aria-activedescendant={current ? rowId(current) : undefined}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto border-line border-t focus-visible:outline-offset-[-2px]"
      >
        {items.map(item => (
          <Row key={item.key} item={item} current={item.key === at} onPick={() => go(item)} />
        ))}
        {items.length === 0 && (
          <p className="px-4 py-8 text-center text-ink-500 text-sm">
            {all.length === 0
              ? 'Link steps across lanes, and the points of failure show up here by themselves.'
              : 'Nothing of this kind.'}
          </p>
        )}
      </div>
    </div>
  )
}

const rowId = (item: Item) => `point-${item.key.replaceAll(' ', '-')}`

function Row({ item, current, onPick }: { item: Item; current: boolean; onPick: () => void }) {
  const judged = item.entity.verdict
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names its active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox's keys do the same.
    <div
      id={rowId(item)}
      role="option"
      aria-selected={current}
      onClick={onPick}
      className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-1.5 touch:min-h-11 hover:bg-paper-100 aria-selected:bg-accent-soft"
    >
      <PointStamp item={item} />
      <span className="min-w-0">
        <span dir="auto" className="block truncate text-sm">
          {item.label}
        </span>
        <span className="block truncate text-ink-500 text-xs">
          {item.kind === 'rework' ? 'Rework' : item.kind === 'orphan' ? 'Why do we do this?' : kindNames[item.kind]} ·{' '}
          {item.lane}
        </span>
      </span>
      <span className="text-ink-500 text-xs">{item.state === 'dismissed' ? 'dismissed' : (judged ?? '')}</span>
    </div>
  )
}
