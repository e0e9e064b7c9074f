import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const close = defineActivity({
  id: 'close',
  name: 'Actions and close',
  instruction: 'Owners and dates for every action; what is left goes to the parking lot.',
  watches: 'Has each action one owner and a date? What is left goes to the parking lot.',
  now: 'actions',
  minutes: 20,
  view: 'actions',
  rights: { ...watchOnly, add: ['plain', 'question'], edit: 'own', verdicts: true },
  freezeAtEnd: false,
  startsTimer: false,
})
