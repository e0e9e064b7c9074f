import { defineNoteKind } from '../define.ts'

export const plain = defineNoteKind({
  id: 'plain',
  label: 'Note',
  hint: 'A plain note for anything else.',
  paper: 'plain',
  icon: 'sticky-note',
  key: 'n',
  corner: 'square',
  role: 'aside',
})
