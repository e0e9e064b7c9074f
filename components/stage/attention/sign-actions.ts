import { Check, Hand } from 'lucide-react'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Action, Workspace } from '#components/workspace/action.ts'
import { send } from '../state/send.ts'
import { stageOn } from '../state/use-stage.ts'
import { reactions } from './reactions.ts'

/** Position in the queue of raised hands, from 1; 0: this person's hand is down. */
const placeOf = (board: BoardState, { collab }: Workspace): number =>
  stageOn(board).hands.indexOf(collab.roster.get().you?.personId ?? '') + 1

const isReady = (board: BoardState, { collab }: Workspace): boolean =>
  stageOn(board).ready.includes(collab.roster.get().you?.personId ?? '')

export const raiseHand: Action = {
  id: 'stage.hand',
  label: 'Raise your hand',
  short: 'Raise hand',
  icon: Hand,
  on: {
    when: (board, around) => placeOf(board, around) > 0,
    label: (board, around) => `Your hand is up, number ${placeOf(board, around)}: take it down`,
    short: 'Hand up',
  },
  group: 'frame',
  shortcuts: ['Shift+H'],
  needs: ['hand.raise'],
  perform: send('hand.raise', (board, around) => ({ up: placeOf(board, around) === 0 })),
}

export const sayReady: Action = {
  id: 'stage.ready',
  label: 'I’m ready',
  icon: Check,
  on: { when: isReady, label: 'You said that you are ready: take it back', short: 'Ready' },
  group: 'frame',
  words: 'Say that you are ready',
  shortcuts: ['Shift+R'],
  needs: ['hand.raise'],
  perform: send('ready.say', (board, around) => ({ ready: !isReady(board, around) })),
}

export const reactionActions: readonly Action[] = reactions.map(({ id, name, icon }) => ({
  id: `stage.react.${id}`,
  label: `React: ${name}`,
  short: name,
  icon,
  group: 'frame',
  needs: ['hand.raise'],
  perform: send('signal', () => ({ signal: 'reaction', data: id })),
}))
