import { freeWork } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const workTogether = defineActivity({
  id: 'free-work',
  name: 'Work together',
  instruction: 'Everybody may do everything.',
  watches: 'Who is stuck, and who has gone quiet?',
  now: 'write',
  minutes: 0,
  view: 'wall',
  rights: { ...freeWork },
  freezeAtEnd: false,
  startsTimer: false,
})
