import { addLane } from '#lib/board/commands/lanes.ts'
import { laneAt } from '#lib/board/layout.ts'
import type { BoardState } from '../state/board-state.ts'
import type { Tool } from './tool.ts'

/** Adds a lane under another (null: at the bottom) and opens its name for editing. */
export function addLaneUnder(board: BoardState, after: string | null): string | null {
  const answer = board.may('lane.change')
  if (!answer.ok) {
    board.tell(answer.reason)
    return null
  }
  const { lanes } = board.model
  const first = lanes.length === 0
  const above = lanes.find(lane => lane.id === after) ?? lanes.at(-1)
  const actor = first ? 'customer' : above && above.actor !== 'customer' ? above.actor : 'front-stage'
  const id = addLane(board.writer, board.model, { name: first ? 'Customer' : '', actor, after })
  board.selection.setLane(id)
  board.editing.set({ root: 'lanes', id, start: 'all' })
  return id
}

/** L: a press adds a lane under the one that is there. */
export const laneTool: Tool = {
  cursor: () => 'copy',
  press: board => ({
    move: () => undefined,
    release: event => {
      addLaneUnder(board, laneAt(board.model.lanes, event.at.y)?.id ?? null)
      board.tool.set({ id: 'select' })
    },
    cancel: () => undefined,
  }),
}
