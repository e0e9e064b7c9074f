import { watchOnly } from '../../access/rights.ts'
import { defineActivity } from '../define.ts'

export const cluster = defineActivity({
  id: 'cluster',
  name: 'Cluster',
  instruction: 'Put together what belongs together, and give each cluster a name.',
  watches: 'Is there one name for each cluster, and does every note belong somewhere?',
  now: 'write',
  minutes: 15,
  view: 'wall',
  rights: { ...watchOnly, add: ['plain'], edit: 'all', delete: 'own' },
  freezeAtEnd: false,
  startsTimer: false,
})
