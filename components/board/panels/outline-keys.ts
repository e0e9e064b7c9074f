import type { ClipboardEvent, KeyboardEvent } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { limits } from '#lib/board/fields.ts'
import { readPaste } from '#lib/import/cells.ts'
import type { BoardState } from '../state/board-state.ts'
import { addBehind, moveRow, moveRowAcross, removeRow } from './outline-edits.ts'
import type { OutlineRow } from './outline-rows.ts'
import type { Outline } from './use-outline.ts'

const page = 12

/** Keys on a row that is not being edited: navigating the tree, moving and removing. Other keys are the wall's. */
export function rowKeys(event: KeyboardEvent, board: BoardState, outline: Outline, row: OutlineRow): void {
  if (!handleRow(event, board, outline, row)) return
  event.preventDefault()
  event.stopPropagation()
}

function handleRow(event: KeyboardEvent, board: BoardState, outline: Outline, row: OutlineRow): boolean {
  if (event.ctrlKey || event.metaKey) return false
  if (event.altKey) return rearrange(event, board, outline, row)
  switch (event.key) {
    case 'ArrowDown':
      outline.go(outline.step(row.key, 1))
      return true
    case 'ArrowUp':
      outline.go(outline.step(row.key, -1))
      return true
    case 'PageDown':
      outline.go(outline.step(row.key, page))
      return true
    case 'PageUp':
      outline.go(outline.step(row.key, -page))
      return true
    case 'Home':
      outline.go(outline.rows[0])
      return true
    case 'End':
      outline.go(outline.rows.at(-1))
      return true
    case 'ArrowRight':
      if (row.type === 'lane' && !row.open) outline.setOpen(row.key, true)
      else outline.go(outline.step(row.key, 1))
      return true
    case 'ArrowLeft':
      if (row.type === 'lane') outline.setOpen(row.key, false)
      else outline.go(parentOf(outline, row))
      return true
    case 'Enter':
      if (row.type === 'lane') writeBehind(board, outline, row, [''])
      else if (outline.mayWrite(row)) outline.write(row.key)
      return true
    case 'F2':
      if (outline.mayWrite(row)) outline.write(row.key)
      return true
    case 'Delete':
    case 'Backspace':
      removeAndGo(board, outline, row, false)
      return true
    default:
      return false
  }
}

/** Keys while a text is edited: Enter adds the next step, Backspace removes an empty step. */
export function writingKeys(event: KeyboardEvent, board: BoardState, outline: Outline, row: OutlineRow): void {
  if (isComposing(event)) return
  const field = event.target as HTMLTextAreaElement | HTMLInputElement
  const isOneLine = !field.value.includes('\n')
  const handled = (() => {
    if (event.altKey) return rearrange(event, board, outline, row)
    if (event.key === 'Escape') {
      outline.go(row)
      return true
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      writeBehind(board, outline, row, [''])
      return true
    }
    if (isOneLine && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = neighbour(outline, row, event.key === 'ArrowDown' ? 1 : -1)
      if (next) outline.write(next.key)
      return true
    }
    if (event.key === 'Backspace' && field.value === '' && row.type === 'note') {
      removeAndGo(board, outline, row, true)
      return true
    }
    return false
  })()
  if (!handled) return
  event.preventDefault()
  event.stopPropagation()
}

/** Several lines pasted become steps; one line is text. */
export function writingPaste(event: ClipboardEvent, board: BoardState, outline: Outline, row: OutlineRow): void {
  const text = event.clipboardData.getData('text/plain')
  if (!/[\n\r\t]/.test(text.trim()) && text.length < limits.text) return
  event.preventDefault()
  const read = readPaste(text)
  if (read.ok) writeBehind(board, outline, row, read.rows.flat().filter(Boolean))
  else board.tell(read.message)
}

function writeBehind(board: BoardState, outline: Outline, row: OutlineRow, texts: readonly string[]): void {
  if (row.type === 'lane' && !row.open) outline.setOpen(row.key, true)
  const last = addBehind(board, row, texts, outline.linked).at(-1)
  if (last !== undefined) outline.write(last)
}

/** Alt and an arrow moves among siblings, with Shift to the other lane. */
function rearrange(event: KeyboardEvent, board: BoardState, outline: Outline, row: OutlineRow): boolean {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
  if (by === null) return false
  if (event.shiftKey) moveRowAcross(board, row, by)
  else moveRow(board, row, by)
  if (!outline.writing) outline.go(row)
  return true
}

function removeAndGo(board: BoardState, outline: Outline, row: OutlineRow, writing: boolean): void {
  const before = neighbour(outline, row, -1) ?? outline.step(row.key, -1)
  if (!removeRow(board, row) || !before) return
  if (writing && outline.mayWrite(before)) outline.write(before.key)
  else outline.go(before)
}

const parentOf = (outline: Outline, row: OutlineRow): OutlineRow | undefined => {
  const at = outline.rows.indexOf(row)
  return outline.rows.slice(0, at).findLast(one => one.level < row.level)
}

/** Returns the nearest row above or below that can be edited. */
const neighbour = (outline: Outline, row: OutlineRow, by: -1 | 1): OutlineRow | undefined => {
  for (let at = outline.rows.indexOf(row) + by; at >= 0 && at < outline.rows.length; at += by) {
    const one = outline.rows[at]
    if (one && outline.mayWrite(one)) return one
  }
  return undefined
}
