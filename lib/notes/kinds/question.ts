import { defineNoteKind } from '../define.ts'

export const question = defineNoteKind({
  id: 'question',
  label: 'Question',
  hint: 'What we do not know yet.',
  paper: 'lilac',
  icon: 'circle-help',
  corner: 'round',
  role: 'remark',
})
