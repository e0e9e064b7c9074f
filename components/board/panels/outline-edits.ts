import type { Answer } from '#lib/access/policy.ts'
import { addLane, deleteLane, moveLane } from '#lib/board/commands/lanes.ts'
import { deleteLinks } from '#lib/board/commands/links.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import { insertSteps, laneBeside, moveAcross, moveAlong } from '#lib/board/commands/outline.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import type { OutlineRow } from './outline-rows.ts'

/** Runs the edit if the policy allows it, else says why not; returns whether it ran. */
function within(board: BoardState, answer: Answer, edit: () => void): boolean {
  if (answer.ok) edit()
  else board.tell(answer.reason)
  return answer.ok
}

/** Adds new steps behind a row, empty or with texts; returns the ids, none if that is not allowed now. */
export function addBehind(board: BoardState, row: OutlineRow, texts: readonly string[], linked: boolean): string[] {
  const lane = row.type === 'lane' ? (row.lane?.id ?? null) : row.type === 'note' ? row.note.lane : null
  const after = row.type === 'note' ? row.note.id : null
  const may = board.may('note.add', { own: true, locked: false, kind: 'step' })
  const mayLink = linked && board.may('link.add').ok
  let ids: string[] = []
  within(board, may, () => {
    ids = insertSteps(board.writer, board.model, { lane, after, texts, kind: 'step', linked: mayLink })
  })
  return ids
}

export function removeRow(board: BoardState, row: OutlineRow): boolean {
  const { model, writer } = board
  switch (row.type) {
    case 'note':
      return within(board, board.may('note.delete', factsOf(board, row.note)), () =>
        deleteNotes(writer, model, new Set([row.note.id])),
      )
    case 'link':
      return within(board, board.may('link.delete', factsOf(board, row.link)), () => deleteLinks(writer, [row.link.id]))
    case 'lane': {
      const { lane } = row
      return lane !== null && within(board, board.may('lane.change'), () => deleteLane(writer, model, lane.id))
    }
    case 'mark':
      return false
  }
}

/** Up or down among its siblings. */
export function moveRow(board: BoardState, row: OutlineRow, by: -1 | 1): void {
  if (row.type === 'note')
    within(board, board.may('note.move', factsOf(board, row.note)), () =>
      moveAlong(board.writer, board.model, row.note.id, by),
    )
  const lane = row.type === 'lane' ? row.lane : null
  if (lane) within(board, board.may('lane.change'), () => moveLane(board.writer, board.model, lane.id, by))
}

/** Moves to the lane above or below, if there is one. */
export function moveRowAcross(board: BoardState, row: OutlineRow, by: -1 | 1): void {
  if (row.type !== 'note' || !laneBeside(board.model.lanes, row.note.lane, by)) return
  within(board, board.may('note.move', factsOf(board, row.note)), () =>
    moveAcross(board.writer, board.model, row.note.id, by),
  )
}

/** Adds a lane at the bottom: the customer's if there is none yet. Returns its id. */
export function addLaneBelow(board: BoardState): string | null {
  const first = !board.model.lanes.some(lane => lane.actor === 'customer')
  let id: string | null = null
  within(board, board.may('lane.change'), () => {
    id = addLane(
      board.writer,
      board.model,
      first ? { name: 'Customer', actor: 'customer' } : { name: '', actor: 'back-stage' },
    )
  })
  return id
}
