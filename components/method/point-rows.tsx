'use client'
import type { RefObject } from 'react'
import { useWindow } from '#components/ui/use-window.ts'
import { points } from '#lib/method/vocabulary.ts'
import type { Item } from './point-list.ts'
import { PointStamp } from './stamps.tsx'

/** px; the same for every row, so that a thousand points cost what is seen of them. */
const rowHeight = 48

const rowId = (item: Item) => `point-${item.key.replaceAll(' ', '-')}`

/** The list of points: a listbox that has the focus and names the current item. */
export function PointRows({
  items,
  index,
  empty,
  onPick,
  ref: scroller,
}: {
  items: readonly Item[]
  /** The current one; −1: none. */
  index: number
  /** Whether the list is empty even without the filter. */
  empty: boolean
  onPick: (item: Item) => void
  ref: RefObject<HTMLDivElement | null>
}) {
  const shown = useWindow(scroller, items.length, rowHeight, index)
  const current = items[index]
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Points of failure"
      aria-activedescendant={current ? rowId(current) : undefined}
      tabIndex={0}
      className="relative min-h-40 flex-1 overflow-y-auto border-line border-t focus-visible:outline-offset-[-2px]"
    >
      <div role="presentation" style={{ height: items.length * rowHeight }} />
      {shown.map(row => {
        const item = items[row]
        return (
          item && (
            <Row
              key={item.key}
              item={item}
              row={row}
              of={items.length}
              current={row === index}
              onPick={() => onPick(item)}
            />
          )
        )
      })}
      {items.length === 0 && (
        <p className="px-4 py-8 text-center text-ink-500 text-sm">
          {empty
            ? 'Link steps across lanes, and the points of failure show up here by themselves.'
            : 'Nothing of this kind.'}
        </p>
      )}
    </div>
  )
}

function Row({
  item,
  row,
  of,
  current,
  onPick,
}: {
  item: Item
  row: number
  of: number
  current: boolean
  onPick: () => void
}) {
  const judged = item.entity.verdict
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names its active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox's keys do the same.
    <div
      id={rowId(item)}
      role="option"
      aria-selected={current}
      aria-posinset={row + 1}
      aria-setsize={of}
      onClick={onPick}
      style={{ top: row * rowHeight, height: rowHeight }}
      className="absolute inset-x-0 grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 hover:bg-paper-100 aria-selected:bg-accent-soft"
    >
      <PointStamp item={item} />
      <span className="min-w-0 leading-tight">
        <span dir="auto" className="block truncate text-sm">
          {item.label}
        </span>
        <span className="block truncate text-ink-500 text-xs">
          {item.kind === 'rework' ? 'Rework' : item.kind === 'orphan' ? 'Why do we do this?' : points[item.kind].name} ·{' '}
          {item.lane}
        </span>
      </span>
      <span className="text-ink-500 text-xs">{item.state === 'dismissed' ? 'dismissed' : (judged ?? '')}</span>
    </div>
  )
}
