import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const verdicts = defineActivity({
  id: 'verdicts',
  name: 'Verdicts',
  instruction:
    'For each point: eliminate, improve, or keep with a reason tied to the outcome. Who owns it, and what does it do to cost, experience and revenue?',
  watches: 'Has every point an answer, every change an owner, and every Keep a reason in the outcome?',
  now: 'verdict',
  minutes: 60,
  view: 'verdicts',
  rights: {
    ...watchOnly,
    add: ['idea', 'question'],
    edit: 'own',
    delete: 'own',
    details: true,
    marks: true,
    verdicts: true,
  },
  freezeAtEnd: false,
  startsTimer: false,
})
