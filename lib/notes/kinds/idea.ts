import { defineNoteKind } from '../define.ts'

export const idea = defineNoteKind({
  id: 'idea',
  label: 'Idea',
  hint: 'What could be better.',
  paper: 'mint',
  icon: 'lightbulb',
  corner: 'round',
  role: 'remark',
})
