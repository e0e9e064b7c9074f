import type { FrameAction, FrameParts } from '#components/shell/frame-actions.ts'
import { no } from '#components/workspace/action.ts'
import type { Answer } from '#lib/access/policy.ts'
import { stageOn } from '../state/use-stage.ts'
import { ballotOn } from './voting-context.tsx'

const votable = ({ board }: FrameParts): Answer => {
  if (stageOn(board).vote?.status !== 'open') return no('No vote is open now.')
  if (board.selection.get().notes.size === 0) return no('Select the note that gets the dot first.')
  return board.may('vote.cast')
}

const onSelected = ({ board }: FrameParts, put: 'place' | 'take') => {
  for (const id of board.selection.get().notes) ballotOn(board)?.[put](id)
}

/** Dots by keyboard, on what is selected. */
export const votingActions: readonly FrameAction[] = [
  {
    id: 'vote.dot',
    label: 'Place a dot on the selected note',
    shortcuts: ['.'],
    enabled: votable,
    perform: parts => onSelected(parts, 'place'),
  },
  {
    id: 'vote.undot',
    label: 'Take a dot back from the selected note',
    shortcuts: [','],
    enabled: votable,
    perform: parts => onSelected(parts, 'take'),
  },
]
