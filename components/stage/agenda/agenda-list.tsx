'use client'
import { cx } from 'class-variance-authority'
import { ChevronDown, GripVertical } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { durationWords, moveItem } from '#lib/facilitation/edit-agenda.ts'
import { useStage } from '../state/use-stage.ts'
import { ItemForm } from './item-form.tsx'
import { ItemMenu } from './item-menu.tsx'
import { useAgendaEdit } from './use-agenda-edit.ts'

/** A row being dragged. */
interface Drag {
  id: string
  to: number
}

/** The agenda's items in order; a grip moves one by pointer or arrow keys, its name opens it. */
export function AgendaList() {
  const { agenda, item: now } = useStage()
  const [open, setOpen] = useState<string | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const edit = useAgendaEdit()
  const shown = drag ? moveItem(agenda, drag.id, drag.to) : agenda

  /** Returns the index of the row that the pointer is at. An open row counts by its head: it stays open meanwhile. */
  const placeAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])].map(row => (row.firstElementChild ?? row).getBoundingClientRect())
    const at = rows.findIndex(({ top, height }) => y < top + height / 2)
    return at < 0 ? rows.length - 1 : at
  }
  const grip = (item: AgendaItem) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ id: item.id, to: agenda.indexOf(item) })
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag?.id !== item.id) return
      const to = placeAt(event.clientY)
      if (to !== drag.to) setDrag({ id: item.id, to })
    },
    onPointerUp: () => {
      if (drag) edit(items => moveItem(items, drag.id, drag.to))
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
  })

  return (
    <ol ref={list} aria-label="Agenda" className="grid grid-cols-1 gap-1">
      {shown.map((item, at) => (
        <li
          key={item.id}
          aria-current={item.id === now ? 'step' : undefined}
          className={cx(
            'rounded-md border',
            item.id === now ? 'border-accent bg-accent-soft/40' : 'border-line bg-paper-0',
            drag?.id === item.id && 'relative z-10 shadow-lift',
          )}
        >
          <div className="flex items-center gap-1 pr-1">
            <Grip item={item} at={at} grip={grip(item)} />
            <button
              type="button"
              aria-expanded={open === item.id}
              onClick={() => setOpen(open === item.id ? null : item.id)}
              className="flex min-h-10 min-w-0 flex-1 items-center gap-2 text-left text-sm touch:min-h-11"
            >
              <span className="w-5 shrink-0 text-right text-ink-500 figures">{at + 1}</span>
              <bdi className={cx('min-w-0 flex-1 truncate', item.id === now && 'font-semibold')}>{item.name}</bdi>
              <span className="shrink-0 text-ink-500 text-xs figures">{durationWords(item.minutes)}</span>
              <ChevronDown
                aria-hidden
                className={cx('size-4 shrink-0 text-ink-500 transition-transform', open === item.id && 'rotate-180')}
              />
            </button>
            <ItemMenu item={item} at={at} />
          </div>
          {open === item.id && <ItemForm item={item} />}
        </li>
      ))}
    </ol>
  )
}

function Grip({ item, at, grip }: { item: AgendaItem; at: number; grip: object }) {
  const board = useBoard()
  const { agenda } = useStage()
  const edit = useAgendaEdit()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    const to = at + by
    if (to < 0 || to >= agenda.length) return
    edit(items => moveItem(items, item.id, to))
    board.announce(`${item.name}: place ${to + 1} of ${agenda.length}.`)
  }
  return (
    <button
      type="button"
      aria-label={`Move ${item.name}: arrow keys up and down`}
      onKeyDown={onKeyDown}
      {...grip}
      className="grid h-10 w-7 shrink-0 cursor-grab touch-none place-items-center text-ink-500 active:cursor-grabbing touch:h-11 touch:w-9"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  )
}
