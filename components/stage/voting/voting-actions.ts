import { CircleDot, CircleMinus } from 'lucide-react'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { WallAction } from '#components/workspace/action.ts'
import { stageOn } from '../state/use-stage.ts'
import { ballotOn } from './voting-context.tsx'

const notNow = (board: BoardState): string | null => {
  if (stageOn(board).vote?.status !== 'open') return 'No vote is open now.'
  return board.selection.get().notes.size === 0 ? 'Select the note that gets the dot first.' : null
}

const onSelected = (board: BoardState, put: 'place' | 'take') => {
  for (const id of board.selection.get().notes) ballotOn(board)?.[put](id)
}

const placeDot: WallAction = {
  id: 'vote.dot',
  label: 'Place a dot on the selected note',
  icon: CircleDot,
  group: 'frame',
  words: 'vote',
  shortcuts: ['.'],
  needs: ['vote.cast'],
  unless: notNow,
  perform: board => onSelected(board, 'place'),
}

const takeDot: WallAction = {
  id: 'vote.undot',
  label: 'Take a dot back from the selected note',
  icon: CircleMinus,
  group: 'frame',
  words: 'vote',
  shortcuts: [','],
  needs: ['vote.cast'],
  unless: notNow,
  perform: board => onSelected(board, 'take'),
}

/** Dots by keyboard, on what is selected. */
export const votingActions: readonly WallAction[] = [placeDot, takeDot]
