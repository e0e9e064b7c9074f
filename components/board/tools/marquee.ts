import { type Box, boxBetween, intersects } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { withGroup } from './press-select.ts'
import type { Gesture, PointerInfo } from './tool.ts'

/** A box drawn on empty paper that selects what it touches; Shift adds to what is selected. */
export function marquee(board: BoardState, start: PointerInfo): Gesture {
  const before = board.selection.get()
  const select = (box: Box): void => {
    const notes = new Set(start.shift ? before.notes : [])
    for (const note of board.index.within(box)) for (const id of withGroup(board, note.id)) notes.add(id)
    const links = new Set(start.shift ? before.links : [])
    for (const id of board.links.within(box)) {
      const points = board.links.route(id)?.points ?? []
      if (points.some(point => intersects(box, { ...point, w: 0, h: 0 }))) links.add(id)
    }
    board.selection.setNotes(notes, links)
  }
  return {
    move: event => {
      const box = boxBetween(start.at, event.at)
      board.gesture.set({ marquee: box })
      select(box)
    },
    release: () => {
      board.gesture.set(noGesture)
      const { notes } = board.selection.get()
      if (notes.size) board.announce(notes.size === 1 ? '1 note selected' : `${notes.size} notes selected`)
    },
    cancel: () => {
      board.gesture.set(noGesture)
      board.selection.set(before)
    },
  }
}
