import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const vote = defineActivity({
  id: 'vote',
  name: 'Dot voting',
  instruction: 'Which points hurt most? Place your dots; nobody sees them until the vote is closed.',
  watches: 'How many are done? Nobody sees a dot before you close the vote.',
  now: 'vote',
  minutes: 10,
  view: 'failures',
  rights: { ...watchOnly, vote: true, seeResults: false },
  freezeAtEnd: false,
  startsTimer: true,
})
