import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const anonymousRound = defineActivity({
  id: 'anonymous-round',
  name: 'What nobody says',
  instruction: 'Write what hurts. Nobody, now or later, can find out who wrote what.',
  watches: 'How many notes there are, together; who wrote is not asked, now or later.',
  now: 'write',
  minutes: 10,
  view: 'wall',
  rights: {
    ...watchOnly,
    add: ['pain', 'idea', 'question'],
    edit: 'own',
    delete: 'own',
    private: true,
    anonymous: true,
  },
  freezeAtEnd: true,
  startsTimer: true,
})
