import { defineNoteKind } from '../define.ts'

export const businessRule = defineNoteKind({
  id: 'business-rule',
  label: 'Business Rule',
  hint: 'Any decision point, with the reason why it exists and since when.',
  paper: 'green',
  icon: 'scale',
  corner: 'cut',
  role: 'aside',
  failure: 'br',
})
