import { defineNoteKind } from '../define.ts'

export const step = defineNoteKind({
  id: 'step',
  label: 'Step',
  hint: 'Something that somebody does in the process.',
  paper: 'yellow',
  icon: 'square-check',
  key: 's',
  corner: 'square',
  role: 'work',
})
