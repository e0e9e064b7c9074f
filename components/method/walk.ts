import type { BoardState } from '#components/board/state/board-state.ts'
import { factsOf } from '#components/board/state/board-state.ts'
import { transact } from '#lib/board/commands/writer.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import {
  answerDoubt,
  confirmPoint,
  dismissPoint,
  forgetPoint,
  keepNumbers,
  type Target,
} from '#lib/method/commands/method.ts'
import type { PointKind } from '#lib/notes/define.ts'
import { goToTarget } from './go-to-target.ts'
import { filterItems, type Item, itemsOf, noFilter } from './point-list.ts'

/** A decision about one item of the list. */
export type PointDecision = { do: 'confirm'; kind?: PointKind } | { do: 'dismiss'; reason: string } | { do: 'forget' }

/** Returns the selected target, if there is exactly one. */
export function selectedTarget(board: BoardState): Target | null {
  const { notes, links } = board.selection.get()
  const [id] = [...notes, ...links]
  return id !== undefined && notes.size + links.size === 1 ? { root: notes.size === 1 ? 'notes' : 'links', id } : null
}

export const isAt = (item: Item, target: Target | null): boolean =>
  target !== null && item.target.root === target.root && item.target.id === target.id

/** Goes to an item: moves the camera, selects it, and announces it. */
export function goToItem(board: BoardState, item: Item, place: string): void {
  goToTarget(board, item.target)
  board.announce(`${item.code} ${item.label}, ${item.state}. ${place}.`)
}

/** Writes a decision; returns whether that was possible. */
export function decide(board: BoardState, item: Item, decision: PointDecision): boolean {
  const { target, kind, entity } = item
  const may = board.may('failure.mark', factsOf(board, entity))
  if (!may.ok) {
    board.tell(may.reason)
    return false
  }
  if (kind === 'rework' || kind === 'orphan') {
    const state = decision.do === 'forget' ? null : decision.do === 'dismiss' ? 'dismissed' : 'confirmed'
    answerDoubt(board.writer, target, kind, state, decision.do === 'dismiss' ? decision.reason : '')
    return true
  }
  transact(board.writer, 'failure.judge', () => {
    keepNumbers(board.writer, numbered(board))
    if (decision.do === 'confirm') confirmPoint(board.writer, target, decision.kind ?? kind)
    else if (decision.do === 'dismiss') dismissPoint(board.writer, target, kind, decision.reason)
    else forgetPoint(board.writer, target)
  })
  return true
}

/** The points whose numbers this person may keep: what is locked or another's may have to stay as it is. */
const numbered = (board: BoardState) =>
  analysisOf(board.model, 'as-is').points.filter(({ entity }) => board.may('failure.mark', factsOf(board, entity)).ok)

/** Returns all items in the present view of the wall. */
const itemsNow = (board: BoardState): Item[] => filterItems(itemsOf(analysisOf(board.model, board.seen.view)), noFilter)

/** From the wall: goes to the next or previous point of failure, from the selected one. */
export function stepOnWall(board: BoardState, by: 1 | -1): void {
  const items = itemsNow(board)
  const target = selectedTarget(board)
  const at = by === 1 ? items.findLastIndex(item => isAt(item, target)) : items.findIndex(item => isAt(item, target))
  const next = at < 0 ? items[by === 1 ? 0 : items.length - 1] : items[at + by]
  if (next) goToItem(board, next, `${items.indexOf(next) + 1} of ${items.length}`)
  else board.tell(items.length === 0 ? 'There is no point of failure on the wall.' : 'That was the last one.')
}

/** From the wall: confirms the proposal on the selected note or link, then goes to the next proposal. */
export function confirmOnWall(board: BoardState): void {
  const target = selectedTarget(board)
  const items = itemsNow(board)
  const item = items.find(one => isAt(one, target) && one.state === 'proposed')
  if (!item) {
    board.tell('Nothing is proposed here. Choose a note or a link with a dashed stamp.')
    return
  }
  if (!decide(board, item, { do: 'confirm' })) return
  const open = items.filter(one => one.state === 'proposed' && one !== item)
  const next = open.find(one => items.indexOf(one) > items.indexOf(item)) ?? open[0]
  if (next) goToItem(board, next, `${open.length} to go`)
  else board.tell('Everything that was proposed has an answer.')
}
