import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const failures = defineActivity({
  id: 'failures',
  name: 'Find the points of failure',
  instruction:
    'Go through the proposals: every Moment of Truth, every Break Point, every Business Rule. Confirm, dismiss or add.',
  watches: 'Are all proposals answered? Each dismissal needs a reason that the room believes.',
  now: 'points',
  minutes: 45,
  view: 'failures',
  rights: {
    ...watchOnly,
    add: ['moment-of-truth', 'break-point', 'business-rule', 'question', 'pain'],
    edit: 'own',
    delete: 'own',
    details: true,
    marks: true,
  },
  freezeAtEnd: false,
  startsTimer: false,
})
