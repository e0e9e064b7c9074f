import { History, Rewind, Sprout } from 'lucide-react'
import { type Action, no } from '#components/workspace/action.ts'
import type { BoardState } from '../state/board-state.ts'
import { noteAtKeys } from './subject.ts'

/** Leaves the board for its replay: at a note's birth, at its history, or at the beginning. */
const open = ({ boardId }: BoardState, query = ''): void => location.assign(`/b/${boardId}/replay${query}`)
const mayReplay = (board: BoardState) => board.may('board.replay')
const one = (board: BoardState) => noteAtKeys(board) !== null
const ofNote = (board: BoardState) => (one(board) ? mayReplay(board) : no('Select one note first.'))

export const historyActions: readonly Action[] = [
  {
    id: 'history.note',
    label: 'History of this note',
    group: 'view',
    icon: History,
    applies: one,
    enabled: ofNote,
    perform: board => open(board, `?note=${noteAtKeys(board)?.id ?? ''}`),
  },
  {
    id: 'history.birth',
    label: 'Go to when this note came up',
    group: 'view',
    icon: Sprout,
    applies: one,
    enabled: ofNote,
    perform: board => open(board, `?born=${noteAtKeys(board)?.id ?? ''}`),
  },
  {
    id: 'history.replay',
    label: 'Replay this board',
    group: 'view',
    icon: Rewind,
    enabled: mayReplay,
    perform: board => open(board),
  },
]
