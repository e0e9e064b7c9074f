import { defineNoteKind } from '../define.ts'

export const pain = defineNoteKind({
  id: 'pain',
  label: 'Pain',
  hint: 'What hurts, for the customer or for us.',
  paper: 'pink',
  icon: 'frown',
  corner: 'round',
  role: 'remark',
})
