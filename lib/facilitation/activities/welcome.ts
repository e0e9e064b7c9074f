import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const welcome = defineActivity({
  id: 'welcome',
  name: 'Welcome',
  instruction: 'Arrive, say hello, and find your way around the wall.',
  watches: 'Is everybody here, and can everybody move the wall and be heard?',
  now: 'arrive',
  minutes: 10,
  view: 'wall',
  rights: { ...watchOnly },
  freezeAtEnd: false,
  startsTimer: false,
})
