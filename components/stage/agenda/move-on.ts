import type { BoardState } from '#components/board/state/board-state.ts'
import type { Collab } from '#components/collab/collab.ts'
import { askOnStage } from '../state/ask.ts'
import { stageOn } from '../state/use-stage.ts'
import { whereIs } from '../state/where.ts'

const moves = new WeakMap<Collab, Promise<unknown>>()

/**
 * Moves everybody one activity forward or back. A press during a move counts from its target: two quick presses are two
 * activities.
 */
export function moveEverybody(board: Pick<BoardState, 'model'>, collab: Collab, to: 'next' | 'previous'): void {
  const move = async () => {
    const item = whereIs(stageOn(board))[to]
    if (item) await askOnStage(collab, 'agenda.go', { item: item.id })
  }
  moves.set(collab, (moves.get(collab) ?? Promise.resolve()).then(move))
}
