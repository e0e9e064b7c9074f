import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const ideas = defineActivity({
  id: 'ideas',
  name: 'Ideas, on your own',
  instruction: 'Write what could be better, one idea a note. Nobody sees them until we reveal them together.',
  minutes: 10,
  view: 'wall',
  rights: { ...watchOnly, add: ['idea', 'pain', 'question'], edit: 'own', delete: 'own', private: true },
  freezeAtEnd: true,
  startsTimer: true,
})
