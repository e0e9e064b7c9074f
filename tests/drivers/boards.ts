import * as Y from 'yjs'
import { BoardModel } from '#lib/board/model.ts'
import { type BoardPlan, type BoardPlanInput, boardPlan, writePlan } from '#lib/board/plan.ts'

/** An empty wall with a writer whose ids count up. */
export function emptyWall(prefix = 'e') {
  const doc = new Y.Doc()
  let count = 0
  const writer = { doc, newId: () => `${prefix}${count++}` }
  return { doc, writer, board: new BoardModel(doc) }
}

/** A wall that shows a plan, with the plan's own ids. */
export function wallOf(plan: BoardPlanInput | BoardPlan) {
  const wall = emptyWall()
  writePlan(wall.writer, wall.board, boardPlan.parse(plan), { freshIds: false })
  return wall
}
