import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const customerProcess = defineActivity({
  id: 'customer-process',
  name: 'The customer’s process',
  instruction: 'Only the customer’s lane: what do they do, from wanting something to having it?',
  watches: 'Is it what the customer does, from wanting to having, and not what we do for it?',
  now: 'write',
  minutes: 30,
  view: 'customer-lane',
  rights: {
    ...watchOnly,
    add: ['step', 'decision', 'outcome', 'question', 'plain'],
    edit: 'all',
    delete: 'own',
    link: true,
  },
  freezeAtEnd: false,
  startsTimer: false,
})
