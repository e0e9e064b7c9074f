import { QrCode, UserPlus } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'

export const showCode: Action = {
  id: 'stage.code',
  label: 'Show the code to join',
  icon: QrCode,
  group: 'frame',
  needs: ['session.invite'],
  perform: (_board, { frame }) => frame.change({ over: 'code' }),
}

export const share: Action = {
  id: 'stage.invite',
  label: 'Share: let people in',
  short: 'Share',
  icon: UserPlus,
  group: 'frame',
  words: 'invite people link qr guests colleagues',
  needs: ['session.invite'],
  perform: (_board, { frame }) => frame.change({ over: 'share' }),
}
