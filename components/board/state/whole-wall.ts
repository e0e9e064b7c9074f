import { around, type Box } from '#lib/geometry/box.ts'
import type { BoardState } from './board-state.ts'

/** px of a lane's beginning that belong to the wall even where nothing hangs in it. */
const laneStart = 320

/** The box around everything on the wall: notes, lanes, empty ones too, and what is drawn beside them. */
export function wholeWall({ index, model, beside }: Pick<BoardState, 'index' | 'model' | 'beside'>): Box | null {
  const notes = around(index.notes())
  const left = Math.min(0, notes?.x ?? 0)
  const lanes = model.lanes.map(({ top, height }) => ({ x: left, y: top, w: laneStart, h: height }))
  return around([...(notes ? [notes] : []), ...lanes, ...beside.values()])
}
