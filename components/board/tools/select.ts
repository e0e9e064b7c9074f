import type { BoardState } from '../state/board-state.ts'
import { dragNotes } from './drag-notes.ts'
import { drawLink } from './draw-link.ts'
import { dragLane, resizeLane } from './lane-gestures.ts'
import { leadLink } from './lead-link.ts'
import { marquee } from './marquee.ts'
import { addNoteAt, kindAt } from './note.ts'
import { notesOfGroup, startEditing, withGroup } from './press-select.ts'
import { resizeGesture } from './resize-note.ts'
import { type Gesture, movedFrom, type PointerInfo, type Tool } from './tool.ts'

/** V: press selects, drag moves, drag on empty paper draws a marquee, handles resize and link. */
export const selectTool: Tool = {
  cursor: hit => {
    switch (hit.type) {
      case 'paper':
        return 'default'
      case 'note':
      case 'link':
        return 'default'
      case 'corner':
        return hit.corner === 'nw' || hit.corner === 'se' ? 'nwse-resize' : 'nesw-resize'
      case 'edge':
        return 'crosshair'
      case 'link-end':
        return 'grab'
      case 'lane-heading':
      case 'group':
        return 'grab'
      case 'lane-edge':
        return 'ns-resize'
    }
  },
  hover: (board, { hit }) => {
    board.hover.set(hit.type === 'note' || hit.type === 'edge' || hit.type === 'corner' ? hit.id : null)
  },
  leave: board => board.hover.set(null),
  press: (board, start) => {
    const { hit } = start
    switch (hit.type) {
      case 'corner':
        return resizeGesture(board, hit.id, hit.corner)
      case 'edge':
        return drawLink(board, hit.id, start, hit.side)
      case 'link-end':
        return leadLink(board, hit.id, hit.end)
      case 'lane-heading':
        return dragLane(board, hit.id, start)
      case 'lane-edge':
        return resizeLane(board, hit.id, start)
      case 'note':
        return pressNotes(board, [hit.id], withGroup(board, hit.id), start)
      case 'group': {
        const notes = notesOfGroup(board, hit.id)
        return pressNotes(board, notes, notes, start)
      }
      case 'link':
        return pressLink(board, hit.id, start)
      case 'paper':
        return pressPaper(board, start)
    }
  },
  doublePress: (board, { hit, at }) => {
    switch (hit.type) {
      case 'note':
        startEditing(board, 'notes', hit.id)
        return
      case 'link':
        startEditing(board, 'links', hit.id)
        return
      case 'lane-heading':
        startEditing(board, 'lanes', hit.id)
        return
      case 'group':
        startEditing(board, 'groups', hit.id)
        return
      case 'paper':
        addNoteAt(board, kindAt(board, at), at)
        return
      case 'corner':
      case 'edge':
      case 'link-end':
      case 'lane-edge':
        return
    }
  },
}

/** Waits until a press becomes a drag; only then is it known which one. */
function waiting(
  start: PointerInfo,
  begin: () => Gesture | null,
  release: () => void,
  undo: () => void = () => undefined,
): Gesture {
  let drag: Gesture | null = null
  let moved = false
  return {
    move: event => {
      if (!moved && movedFrom(start, event)) {
        moved = true
        drag = begin()
      }
      drag?.move(event)
    },
    release: event => {
      if (moved) drag?.release(event)
      else release()
    },
    cancel: () => {
      drag?.cancel()
      undo()
    },
  }
}

/** A press on notes: selects them `together` with their group, unless they were selected without it. */
function pressNotes(
  board: BoardState,
  pressed: readonly string[],
  together: readonly string[],
  start: PointerInfo,
): Gesture {
  const before = board.selection.get()
  const areSelected = () => pressed.every(id => board.selection.has(id))
  const selected = areSelected()
  if (!selected && !start.shift) board.selection.setNotes(together)
  const begin = () => {
    if (!areSelected()) board.selection.toggleNotes(together)
    return dragNotes(board, start)
  }
  const release = () => {
    if (start.shift) board.selection.toggleNotes(together)
    // A press on one of several selected notes selects it alone, but only when it was not a drag.
    else if (selected) board.selection.setNotes(together)
  }
  return waiting(start, begin, release, () => board.selection.set(before))
}

function pressLink(board: BoardState, id: string, start: PointerInfo): Gesture {
  if (start.shift) board.selection.toggleLink(id)
  else board.selection.setLinks([id])
  return waiting(
    start,
    () => marquee(board, start),
    () => undefined,
  )
}

function pressPaper(board: BoardState, start: PointerInfo): Gesture {
  return waiting(
    start,
    () => marquee(board, start),
    () => {
      if (!start.shift) board.selection.clear()
    },
  )
}
