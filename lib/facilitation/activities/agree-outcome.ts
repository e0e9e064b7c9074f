import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const agreeOutcome = defineActivity({
  id: 'agree-outcome',
  name: 'Agree the outcome',
  instruction: 'Agree on one promise and one outcome, in words that can be measured.',
  watches: 'Does each word measure something, and would the customer say it so?',
  now: 'outcome',
  minutes: 20,
  view: 'outcome',
  rights: { ...watchOnly, add: ['plain', 'outcome'], edit: 'all', delete: 'own', outcome: true },
  freezeAtEnd: false,
  startsTimer: false,
})
