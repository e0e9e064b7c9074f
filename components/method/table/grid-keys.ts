import type { KeyboardEvent } from 'react'
import { undoLast } from '#components/board/actions/edit.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { isComposing } from '#components/ui/composing.ts'
import type { Grid } from './use-grid.ts'

/** Handles a key in a cell that is not being edited. `page` is the number of visible rows. */
export function gridKeys(event: KeyboardEvent, grid: Grid, board: BoardState, page: number): void {
  if (grid.writing !== null || isComposing(event)) return
  const { here } = grid
  const { key, shiftKey } = event
  const mod = event.ctrlKey || event.metaKey
  const move = (row: number, column: number) => grid.go({ row: here.row + row, column: here.column + column }, shiftKey)
  const act = (): boolean => {
    if (mod) {
      const letter = key.toLowerCase()
      if (key === 'Home') grid.go({ row: 0, column: 0 }, shiftKey)
      else if (key === 'End') grid.go({ row: grid.last, column: grid.sheet.columns.length - 1 }, shiftKey)
      else if (letter === 'a') grid.selectAll()
      else if (letter === 'z' && shiftKey) board.undo.redo()
      else if (letter === 'z') undoLast(board)
      else if (letter === 'y') board.undo.redo()
      else return false
      return true
    }
    if (event.altKey) return false
    switch (key) {
      case 'ArrowUp':
        move(-1, 0)
        return true
      case 'ArrowDown':
        move(1, 0)
        return true
      case 'ArrowLeft':
        move(0, -1)
        return true
      case 'ArrowRight':
        move(0, 1)
        return true
      case 'PageUp':
        move(-page, 0)
        return true
      case 'PageDown':
        move(page, 0)
        return true
      case 'Home':
        grid.go({ row: here.row, column: 0 }, shiftKey)
        return true
      case 'End':
        grid.go({ row: here.row, column: grid.sheet.columns.length - 1 }, shiftKey)
        return true
      case 'Tab':
        return tab(grid, shiftKey)
      case 'Enter':
      case 'F2':
        grid.begin()
        return true
      case 'Delete':
      case 'Backspace':
        grid.clear()
        return true
      default:
        if (key.length !== 1) return false
        grid.begin(key)
        return true
    }
  }
  if (!act()) return
  event.preventDefault()
  event.stopPropagation()
}

/** Moves to the next cell, and at a row's end to the next row; returns false at the ends of the grid. */
export function tab(grid: Grid, back: boolean): boolean {
  const { row, column } = grid.here
  const end = grid.sheet.columns.length - 1
  const next = back
    ? column > 0
      ? { row, column: column - 1 }
      : { row: row - 1, column: end }
    : column < end
      ? { row, column: column + 1 }
      : { row: row + 1, column: 0 }
  if (next.row < 0 || next.row > grid.last) return false
  grid.go(next)
  return true
}

/** The id by which a cell's element is found, to move the focus there. */
export const cellId = (row: number, column: number) => `cell-${row}-${column}`
