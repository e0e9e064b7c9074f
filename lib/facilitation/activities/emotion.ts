import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const emotion = defineActivity({
  id: 'emotion',
  name: 'Emotion and effect',
  instruction: 'How does the customer feel at each Moment of Truth, from −2 to +2, and what causes it?',
  watches: 'Who speaks for the customer? A cause is not the symptom once more.',
  now: 'feelings',
  minutes: 30,
  view: 'customer-lane',
  rights: { ...watchOnly, add: ['pain', 'idea', 'question'], edit: 'all', delete: 'own', details: true },
  freezeAtEnd: false,
  startsTimer: false,
})
