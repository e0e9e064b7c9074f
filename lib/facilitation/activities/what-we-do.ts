import { freeWork } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const whatWeDo = defineActivity({
  id: 'what-we-do',
  name: 'What we do',
  instruction: 'Now the other lanes: what do we do for it? Steps, hand-offs, decisions, systems, times.',
  watches: 'Does every step serve one of the customer’s? Are decisions and waiting on the wall?',
  now: 'write',
  minutes: 60,
  view: 'wall',
  rights: { ...freeWork, outcome: false, verdicts: false, vote: false },
  freezeAtEnd: false,
  startsTimer: false,
})
