import {
  Lightbulb,
  LightbulbOff,
  MousePointer2,
  MousePointer2Off,
  MousePointerClick,
  Pin,
  PinOff,
  Users,
} from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { online } from '../state/online.ts'
import { send } from '../state/send.ts'
import { stageOn } from '../state/use-stage.ts'
import { chosenPart, visibleRect } from './shown-part.ts'

export const freeze: Action = {
  id: 'stage.freeze',
  label: 'Freeze the wall for everybody else',
  icon: Pin,
  on: {
    when: board => board.access.get().phase.frozen,
    label: 'Let everybody write again',
    short: 'Let everybody write again',
    icon: PinOff,
  },
  group: 'frame',
  shortcuts: ['Shift+F'],
  needs: ['stage.lead'],
  unless: online(),
  perform: send('stage.freeze', board => ({ frozen: !board.access.get().phase.frozen })),
}

export const gather: Action = {
  id: 'stage.gather',
  label: 'Bring everybody to me',
  short: 'Bring all here',
  icon: Users,
  group: 'frame',
  shortcuts: ['Shift+G'],
  needs: ['stage.lead'],
  unless: online(),
  perform: (board, around) => {
    send('stage.gather', () => ({ rect: visibleRect(board) }))(board, around)
    board.announce('Everybody is brought to you.')
  },
}

export const spotlight: Action = {
  id: 'stage.spotlight',
  label: board => `Put a light on ${board.selection.get().notes.size > 0 ? 'the selection' : 'what I see'}`,
  short: 'Light on this',
  icon: Lightbulb,
  on: {
    when: board => stageOn(board).spotlight !== null,
    label: 'Take the light away',
    short: 'Light off',
    icon: LightbulbOff,
  },
  group: 'frame',
  words: 'spotlight',
  shortcuts: ['Shift+S'],
  needs: ['stage.lead'],
  unless: online(),
  perform: send('stage.spotlight', board => (stageOn(board).spotlight ? { rect: null } : chosenPart(board))),
}

export const hidePointers: Action = {
  id: 'stage.cursors',
  label: 'Hide everybody’s pointers',
  icon: MousePointer2Off,
  on: { when: board => stageOn(board).cursorsHidden, label: 'Show pointers again', icon: MousePointer2 },
  group: 'frame',
  words: 'cursors',
  needs: ['stage.lead'],
  unless: online(),
  perform: send('stage.cursors', board => ({ hidden: !stageOn(board).cursorsHidden })),
}

export const laser: Action = {
  id: 'frame.laser',
  label: 'Point with the laser',
  icon: MousePointerClick,
  on: { when: (_board, { presence }) => presence.mine.laser, label: 'Put the laser away' },
  group: 'frame',
  shortcuts: ['K'],
  needs: [],
  perform: (board, { presence }) => {
    presence.show({ laser: !presence.mine.laser })
    board.announce(presence.mine.laser ? 'Others see your pointer as a laser.' : 'The laser is off.')
  },
}
