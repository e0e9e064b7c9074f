import { addLinkedNote } from '#lib/board/commands/flow.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { defaultSize } from '#lib/board/fields.ts'
import { centre } from '#lib/geometry/box.ts'
import { routeTo, type Side, sidesFor } from '#lib/geometry/route.ts'
import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { wayBetween } from '../state/link-routes.ts'
import { noteAt } from './hit.ts'
import { type Gesture, movedFrom, type PointerInfo } from './tool.ts'

/**
 * Drawing a link from a note: onto another note it links the two, onto empty paper it adds a linked step there. A press
 * on the handle without moving adds a step on that side.
 */
export function drawLink(board: BoardState, from: string, start: PointerInfo, side: Side | null): Gesture | null {
  const note = board.model.notes.get(from)
  const answer = board.may('link.add')
  if (!note || !answer.ok) {
    if (!answer.ok) board.tell(answer.reason)
    return null
  }
  let moved = false
  // The link leaves from the port it was drawn from, wherever the notes go.
  const drawn = side === null ? {} : { sides: [side, 'auto'] }
  const target = (event: PointerInfo) => {
    const over = noteAt(board, event.at)
    return over && over.id !== from ? over : null
  }
  const ghostAt = (event: PointerInfo) => ({
    x: event.at.x - defaultSize[0] / 2,
    y: event.at.y - defaultSize[1] / 2,
    w: defaultSize[0],
    h: defaultSize[1],
  })
  return {
    move: event => {
      moved ||= movedFrom(start, event)
      if (!moved) return
      const over = target(event)
      const free = { ...event.at, w: 0, h: 0 }
      const leaves = side ?? sidesFor(note, free)[0]
      const route = over ? wayBetween(board.index, note, over, side ?? 'auto') : routeTo(note, leaves, event.at)
      board.gesture.set({ link: { route, over: over?.id ?? null } })
    },
    release: event => {
      board.gesture.set(noGesture)
      const over = moved ? target(event) : null
      if (over) {
        const id = addLink(board.writer, board.model, from, over.id, drawn)
        if (id) board.selection.setLinks([id])
        return
      }
      if (!moved && side === null) return
      if (event.hit.type === 'note' && event.hit.id === from && moved) return
      grow(board, from, moved ? ghostAt(event) : { side: side ?? 'right' }, moved ? drawn : {})
    },
    cancel: () => board.gesture.set(noGesture),
  }
}

/** Adds a step linked from a note and opens it for editing. */
export function grow(
  board: BoardState,
  from: string,
  where: Parameters<typeof addLinkedNote>[3],
  link: Parameters<typeof addLinkedNote>[4] = {},
): void {
  const answer = board.may('note.add', { own: true, locked: false, kind: 'step' })
  if (!answer.ok) {
    board.tell(answer.reason)
    return
  }
  const id = addLinkedNote(board.writer, board.model, from, where, link)
  if (id === null) return
  board.selection.setNotes([id])
  board.editing.set({ root: 'notes', id, start: 'all' })
  const made = board.model.notes.get(id)
  if (made) board.viewport.reveal({ ...centre(made), w: 1, h: 1 }, 140)
}
