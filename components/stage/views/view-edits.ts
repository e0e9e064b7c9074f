import type { BoardState } from '#components/board/state/board-state.ts'
import { saveView } from '#lib/board/commands/views.ts'
import type { View } from '#lib/board/snapshot.ts'
import { type Box, centre } from '#lib/geometry/box.ts'
import { visibleRect } from '../attention/shown-part.ts'

/** ms of the animation from one view to the next. */
const glide = 500

const boxOf = ({ rect: [x, y, w, h] }: View): Box => ({ x, y, w, h })

/** Moves this tab's camera to a view. */
export function lookAt({ viewport }: BoardState, view: View): void {
  viewport.animateTo(viewport.cameraFor(boxOf(view), 4, 0), glide)
}

/** Saves the visible part as a view, named after the lane in its middle. */
export function keepView(board: BoardState): void {
  const middle = centre(board.viewport.visible)
  const lane = board.model.lanes.find(({ top, height }) => middle.y >= top && middle.y < top + height)
  const number = board.model.views.length + 1
  saveView(board.writer, board.model, {
    name: lane?.name ? `${lane.name}, ${number}` : `View ${number}`,
    rect: visibleRect(board),
  })
  board.announce(`View ${number} is saved.`)
}
