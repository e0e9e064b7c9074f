import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const promise = defineActivity({
  id: 'promise',
  name: 'Promise and outcome',
  instruction:
    'What do we promise this customer, and what do they really need? Write your own answers first; we reveal them together.',
  watches: 'Who writes, and who is done? Nobody’s words are read before the reveal.',
  now: 'outcome',
  minutes: 30,
  view: 'outcome',
  rights: { ...watchOnly, add: ['plain', 'outcome'], edit: 'own', delete: 'own', private: true },
  freezeAtEnd: false,
  startsTimer: true,
})
