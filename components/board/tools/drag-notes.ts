import { tooManyPasted } from '#lib/board/clipboard.ts'
import { moveNotes } from '#lib/board/commands/notes.ts'
import { copyNotes, pasteFragment } from '#lib/board/fragment.ts'
import { around, type Box, expand, intersects } from '#lib/geometry/box.ts'
import { snap } from '#lib/geometry/snapping.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { type BoardState, mayAll } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import type { Gesture, PointerInfo } from './tool.ts'

/** px on screen within which edges snap. */
const snapReach = 6
/** Board px around the dragged notes in which others are considered for snapping. */
const snapRange = 700

/**
 * Dragging the selected notes: shown while it goes on, written once at the end. Locked notes stay; with Alt the
 * originals stay and copies go; Shift keeps to one direction; Mod switches snapping off.
 */
export function dragNotes(board: BoardState, start: PointerInfo): Gesture | null {
  const notes = [...board.selection.get().notes].flatMap(id => board.model.notes.get(id) ?? [])
  const movable = notes.filter(note => !note.locked)
  const answer = mayAll(
    board,
    'note.move',
    movable.map(note => note.id),
  )
  const refusal = movable.length === 0 ? 'Locked notes stay where they are.' : answer.ok ? null : answer.reason
  const ids = new Set(movable.map(note => note.id))
  const whole = around(movable)
  if (!whole) {
    if (refusal) board.tell(refusal)
    return null
  }
  const neighbours = (moving: Box): Box[] =>
    board.index
      .within(expand(moving, snapRange))
      .filter(note => !ids.has(note.id) && intersects(note, board.viewport.visible))
      .slice(0, 400)
  let shift = { x: 0, y: 0 }
  let copying = false
  let refused = false

  const move = (event: PointerInfo): void => {
    copying = event.alt
    if (refusal && !copying) {
      if (!refused) board.tell(refusal)
      refused = true
      return
    }
    let dx = event.at.x - start.at.x
    let dy = event.at.y - start.at.y
    if (event.shift) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0
      else dx = 0
    }
    const moved = { ...whole, x: whole.x + dx, y: whole.y + dy }
    const snapped = event.mod
      ? { dx: 0, dy: 0, guides: [] }
      : snap(moved, neighbours(moved), snapReach / board.viewport.get().zoom)
    shift = { x: dx + snapped.dx, y: dy + snapped.dy }
    const shown = movable.map(note => ({
      note,
      box: { x: note.x + shift.x, y: note.y + shift.y, w: note.w, h: note.h },
    }))
    if (copying) {
      board.previews.clearOwn()
      board.gesture.set({
        guides: snapped.guides,
        ghosts: shown.map(({ note, box }) => ({
          box,
          kind: note.kind,
          paper: note.colour ?? noteKind(note.kind).paper,
        })),
      })
    } else {
      board.previews.setOwn(new Map(shown.map(({ note, box }) => [note.id, box])))
      board.gesture.set({ guides: snapped.guides })
    }
  }
  const end = (): void => {
    board.gesture.set(noGesture)
    board.previews.clearOwn()
  }
  return {
    move,
    release: event => {
      move(event)
      if (copying) {
        const copy = copyNotes(board.model, ids, ability => board.may(ability).ok)
        const answer = board.may('note.add')
        const refused = answer.ok ? tooManyPasted(copy) : answer.reason
        if (refused === null) board.selection.setNotes(pasteFragment(board.writer, board.model, copy, shift))
        else board.tell(refused)
      } else if (!refusal) {
        moveNotes(
          board.writer,
          board.model,
          new Map(
            [...ids].flatMap(id => {
              // Somebody may have moved it meanwhile: it goes where this person saw it.
              const shown = board.previews.own.get(id)
              return shown ? [[id, { x: shown.x, y: shown.y }]] : []
            }),
          ),
        )
      }
      end()
    },
    cancel: end,
  }
}
