import { Pause, Play, Plus, Square } from 'lucide-react'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Action } from '#components/workspace/action.ts'
import { askOnStage } from '../state/ask.ts'
import { online } from '../state/online.ts'
import { send } from '../state/send.ts'
import { stageOn } from '../state/use-stage.ts'

const runs = (board: BoardState): boolean => (stageOn(board).timer?.endsAt ?? null) !== null

const none = (board: BoardState): string | null => (stageOn(board).timer ? null : 'Set how long the timer runs first.')

export const runTimer: Action = {
  id: 'stage.timer',
  label: 'Start the timer',
  short: 'Start',
  icon: Play,
  on: { when: runs, label: 'Pause the timer', short: 'Pause', icon: Pause },
  group: 'frame',
  shortcuts: ['Shift+T'],
  needs: ['stage.lead'],
  unless: online(none),
  perform: (board, { collab }) => void askOnStage(collab, runs(board) ? 'timer.pause' : 'timer.start', {}),
}

export const addMinute: Action = {
  id: 'stage.minute',
  label: 'Give one minute more',
  short: '1 min',
  icon: Plus,
  group: 'frame',
  words: 'timer',
  shortcuts: ['Shift+M'],
  needs: ['stage.lead'],
  unless: online(),
  perform: send('timer.add', () => ({ minutes: 1 })),
}

export const endTimer: Action = {
  id: 'stage.timer-end',
  label: 'End the timer',
  short: 'End',
  icon: Square,
  group: 'frame',
  needs: ['stage.lead'],
  unless: online(board => (stageOn(board).timer ? null : 'No timer is set.')),
  perform: send('timer.end', () => ({})),
}
