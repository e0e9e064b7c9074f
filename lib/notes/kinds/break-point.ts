import { defineNoteKind } from '../define.ts'

export const breakPoint = defineNoteKind({
  id: 'break-point',
  label: 'Break Point',
  hint: 'Any hand-off inside the process.',
  paper: 'blue',
  icon: 'unlink',
  corner: 'cut',
  role: 'point',
  failure: 'bp',
})
