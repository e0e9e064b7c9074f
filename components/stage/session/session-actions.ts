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

export const invitePeople: Action = {
  id: 'stage.invite',
  label: 'Invite people',
  short: 'Invite',
  icon: UserPlus,
  group: 'frame',
  needs: ['session.invite'],
  perform: (_board, { frame }) => frame.change({ over: 'invite' }),
}
