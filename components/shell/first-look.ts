import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Lane, Note } from '#lib/board/snapshot.ts'
import { around, type Box } from '#lib/geometry/box.ts'
import type { Camera } from '#lib/geometry/camera.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'

/** Restores the last camera in this tab, or computes it by `firstLook`. */
export function useFirstLook(): void {
  const board = useBoard()
  useEffect(() => {
    begin(board)
    return board.viewport.onSettled(() => remember(board))
  }, [board])
}

const key = (board: BoardState) => `brownpaper.look/${board.boardId}`

/** For this tab only: tomorrow it begins anew. */
function remember(board: BoardState): void {
  try {
    sessionStorage.setItem(key(board), JSON.stringify(board.viewport.get()))
  } catch {
    // Without storage the next visit begins anew.
  }
}

function begin(board: BoardState): void {
  board.viewport.set(lastLook(board) ?? firstLook(board).camera)
}

function lastLook(board: BoardState): Camera | null {
  try {
    const { x, y, zoom } = JSON.parse(sessionStorage.getItem(key(board)) ?? '{}') as Record<string, unknown>
    return typeof x === 'number' && typeof y === 'number' && typeof zoom === 'number' ? { x, y, zoom } : null
  } catch {
    return null
  }
}

/** Zoom at which the usual text of a note is 11 px on screen: small, but readable. */
const legible = 0.54
/** Zoom at which it is as large as the interface's text. */
const comfortable = 0.65
/** px kept free around what is shown. */
const padding = 24
/** px of height below which the wall has no room for what lies above the first lane. */
const low = 420
export interface FirstLook {
  camera: Camera
  /** Whether everything is in sight. */
  whole: boolean
}

/**
 * Where a board opens, so that notes can be read at once:
 * - everything, in the middle, if its notes are legible then (an empty wall: the lanes' beginning, at 100 %);
 * - else the beginning of the process: the upper edge of the customer's lane on top and its first note at the left;
 *   without one, the note nearest to the wall's top-left corner. What else begins further left stays in sight for up to
 *   a third of the screen. All of the height or all of the width is shown where that is legible; else the size is a
 *   comfortable one.
 */
export function firstLook({ viewport, model, index }: Pick<BoardState, 'viewport' | 'model' | 'index'>): FirstLook {
  const notes = [...index.notes()]
  const box = around(notes)
  if (!box) return { camera: { x: -100, y: -padding, zoom: 1 }, whole: true }
  const all = fromLanesStart(box, model.lanes)
  const whole = viewport.cameraFor(all, 1, padding)
  if (whole.zoom >= legible) return { camera: whole, whole: true }

  const { w, h } = viewport.size
  const { insets } = viewport
  const top = (h < low ? 0 : insets.top) + padding
  const left = insets.left + padding
  const room = { w: w - left - insets.right - padding, h: h - top - insets.bottom - padding }
  const oneWay = Math.max(room.w / all.w, room.h / all.h)
  const zoom = oneWay < legible ? comfortable : Math.min(oneWay, 1)
  const start = beginning(notes, model.lanes)
  return {
    camera: {
      x: Math.max(all.x, start.x - room.w / zoom / 3) - left / zoom,
      y: (room.h / all.h >= zoom ? all.y + all.h / 2 - room.h / zoom / 2 : start.y) - top / zoom,
      zoom,
    },
    whole: false,
  }
}

/** Extends the box to the lanes' start, to include their names and the customer's edge. */
function fromLanesStart(box: Box, lanes: readonly Lane[]): Box {
  if (lanes.length === 0) return box
  const [x, y] = [Math.min(0, box.x), Math.min(0, box.y)]
  return { x, y, w: box.x + box.w - x, h: box.y + box.h - y }
}

/** Where reading begins: the left edge of the first note, the upper edge of the lane it lies in. */
function beginning(notes: readonly Note[], lanes: readonly Lane[]): { x: number; y: number } {
  for (const lane of lanes.filter(isCustomer)) {
    const inLane = notes.filter(note => note.lane === lane.id)
    if (inLane.length > 0) return { x: Math.min(...inLane.map(note => note.x)), y: lane.top }
  }
  const first = notes.reduce((a, b) => (b.x + b.y < a.x + a.y ? b : a))
  const lane = lanes.find(({ id }) => id === first.lane)
  return { x: first.x, y: lane?.top ?? first.y }
}
