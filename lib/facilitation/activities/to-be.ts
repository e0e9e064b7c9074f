import { freeWork } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const toBe = defineActivity({
  id: 'to-be',
  name: 'To-be',
  instruction: 'The wall without what was eliminated. Close the gaps, add what is better.',
  watches: 'Does the path still reach the customer’s outcome where something was eliminated?',
  now: 'write',
  minutes: 45,
  view: 'compare',
  rights: { ...freeWork, outcome: false, vote: false },
  freezeAtEnd: false,
  startsTimer: false,
})
