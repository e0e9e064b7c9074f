import { defineNoteKind } from '../define.ts'

export const decision = defineNoteKind({
  id: 'decision',
  label: 'Decision',
  hint: 'A point where the process may go two ways or more.',
  paper: 'amber',
  icon: 'diamond',
  key: 'd',
  corner: 'diamond',
  role: 'gateway',
})
