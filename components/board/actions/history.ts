import { History, Rewind, Sprout } from 'lucide-react'
import type { WallAction } from '#components/workspace/action.ts'
import type { BoardState } from '../state/board-state.ts'
import { noteAtKeys } from './subject.ts'

/** Leaves the board for its replay: at a note's birth, at its history, or at the beginning. */
const open = ({ boardId }: BoardState, query = ''): void => location.assign(`/b/${boardId}/replay${query}`)
const one = (board: BoardState) => noteAtKeys(board) !== null

export const historyOfNote: WallAction = {
  id: 'history.note',
  label: 'History of this note',
  group: 'view',
  icon: History,
  applies: one,
  needs: ['board.replay'],
  perform: board => open(board, `?note=${noteAtKeys(board)?.id ?? ''}`),
}

export const birthOfNote: WallAction = {
  id: 'history.birth',
  label: 'Go to when this note came up',
  group: 'view',
  icon: Sprout,
  applies: one,
  needs: ['board.replay'],
  perform: board => open(board, `?born=${noteAtKeys(board)?.id ?? ''}`),
}

export const replayBoard: WallAction = {
  id: 'history.replay',
  label: 'Replay this board',
  group: 'view',
  icon: Rewind,
  needs: ['board.replay'],
  perform: board => open(board),
}

export const historyActions: readonly WallAction[] = [historyOfNote, birthOfNote, replayBoard]
