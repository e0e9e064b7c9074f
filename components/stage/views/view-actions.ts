import { Camera, Presentation } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { keepView } from './view-edits.ts'

export const saveThisView: Action = {
  id: 'stage.view',
  label: 'Save this view of the wall',
  short: 'Save this view',
  icon: Camera,
  group: 'frame',
  needs: ['view.change'],
  perform: board => keepView(board),
}

export const present: Action = {
  id: 'stage.present',
  label: 'Present the saved views',
  short: 'Present',
  icon: Presentation,
  group: 'frame',
  shortcuts: ['Shift+P'],
  needs: [],
  perform: (_board, { frame }) => frame.change({ presenting: 0, over: null }),
}
