import { QrCode } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'

export const showCode: Action = {
  id: 'stage.code',
  label: 'Show the code to join',
  icon: QrCode,
  group: 'frame',
  needs: ['session.invite'],
  perform: (_board, { frame }) => frame.change({ over: 'code' }),
}
