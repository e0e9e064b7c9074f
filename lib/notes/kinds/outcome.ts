import { defineNoteKind } from '../define.ts'

export const outcome = defineNoteKind({
  id: 'outcome',
  label: 'Outcome',
  hint: 'What the customer really gets at the end.',
  paper: 'white',
  icon: 'flag',
  corner: 'tab',
  role: 'end',
})
