import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const customerProcess = defineActivity({
  id: 'customer-process',
  name: 'The customer’s process',
  instruction: 'Only the customer’s lane: what do they do, from wanting something to having it?',
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
