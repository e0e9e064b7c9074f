import { defineNoteKind } from '../define.ts'

export const momentOfTruth = defineNoteKind({
  id: 'moment-of-truth',
  label: 'Moment of Truth',
  hint: 'Any interaction with the customer.',
  paper: 'red',
  icon: 'handshake',
  corner: 'cut',
  role: 'point',
  failure: 'mot',
})
