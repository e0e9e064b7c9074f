import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { online } from '../state/online.ts'
import { stageOn } from '../state/use-stage.ts'
import { whereIs } from '../state/where.ts'
import { moveEverybody } from './move-on.ts'

export const nextActivity: Action = {
  id: 'stage.next',
  label: 'Move everybody to the next activity',
  icon: ChevronRight,
  group: 'frame',
  shortcuts: ['Mod+Shift+ArrowRight'],
  needs: ['stage.lead'],
  unless: online(board => (whereIs(stageOn(board)).next ? null : 'There is no next activity.')),
  perform: (board, { collab }) => moveEverybody(board, collab, 'next'),
}

export const previousActivity: Action = {
  id: 'stage.previous',
  label: 'Move everybody back to the activity before',
  icon: ChevronLeft,
  group: 'frame',
  shortcuts: ['Mod+Shift+ArrowLeft'],
  needs: ['stage.lead'],
  unless: online(board => (whereIs(stageOn(board)).previous ? null : 'There is no activity before.')),
  perform: (board, { collab }) => moveEverybody(board, collab, 'previous'),
}
