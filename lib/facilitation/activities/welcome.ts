import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const welcome = defineActivity({
  id: 'welcome',
  name: 'Welcome',
  instruction: 'Arrive, say hello, and find your way around the wall.',
  minutes: 10,
  view: 'wall',
  rights: { ...watchOnly },
  freezeAtEnd: false,
  startsTimer: false,
})
