import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const ideas = defineActivity({
  id: 'ideas',
  name: 'Ideas, on your own',
  instruction: 'Write what could be better, one idea a note. Nobody sees them until we reveal them together.',
  watches: 'Who writes, and who is done? Nobody’s words are read before the reveal.',
  now: 'write',
  minutes: 10,
  view: 'wall',
  rights: { ...watchOnly, add: ['idea', 'pain', 'question'], edit: 'own', delete: 'own', private: true },
  freezeAtEnd: true,
  startsTimer: true,
})
