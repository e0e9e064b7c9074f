import { Stamp } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'

export const openFinish: Action = {
  id: 'frame.finish',
  label: 'Finish the board',
  short: 'Finish',
  icon: Stamp,
  group: 'frame',
  words: 'end close seal publish library',
  needs: ['board.finish'],
  perform: (_board, { frame }) => frame.change({ over: 'finish' }),
}
