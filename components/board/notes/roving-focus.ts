import { useLayoutEffect } from 'react'
import type { BoardState } from '../state/board-state.ts'

/** Whether the focus may be moved to a card: it is on the wall already, or nowhere, and nobody is typing. */
function isFree(wall: Element): boolean {
  const active = document.activeElement
  if (!active || active === document.body || active === wall) return true
  return active instanceof HTMLElement && active.dataset.note !== undefined
}

/**
 * Tab reaches one card, and the focus follows the arrow keys: to the current note as soon as its card is in the page.
 * From afar, where there are no cards, Tab reaches the wall itself.
 */
export function useRovingFocus(board: BoardState, list: React.RefObject<HTMLElement | null>, notes: readonly string[]) {
  useLayoutEffect(() => {
    let stop: HTMLElement | null = null
    const wall = list.current?.closest<HTMLElement>('[data-slot="wall"]')
    const follow = () => {
      const id = board.current.get()
      const card = id === null ? null : document.getElementById(`note-${id}`)
      const way = card ?? document.getElementById(`note-${notes[0] ?? ''}`)
      if (stop && stop !== way) stop.tabIndex = -1
      if (way) way.tabIndex = 0
      stop = way
      if (!wall) return
      wall.tabIndex = way ? -1 : 0
      const active = document.activeElement
      if (card && card !== active && board.editing.get() === null && isFree(wall)) card.focus({ preventScroll: true })
      // No note is current any more: the focus returns to the wall, where arrow keys begin anew.
      else if (id === null && active instanceof HTMLElement && active.dataset.note !== undefined)
        wall.focus({ preventScroll: true })
    }
    follow()
    const stops = [board.current.subscribe(follow), board.editing.subscribe(follow)]
    return () => {
      if (stop) stop.tabIndex = -1
      for (const end of stops) end()
    }
  }, [board, list, notes])
}

/** Returns the focus to the current note or the wall, unless a text has been opened meanwhile. */
export function focusWall(board: BoardState): void {
  if (board.editing.get()) return
  const card = document.getElementById(`note-${board.current.get() ?? ''}`)
  const back = card ?? document.querySelector<HTMLElement>('[data-slot="wall"]')
  back?.focus({ preventScroll: true })
}
