/**
 * The formats as a choice for people. Separate from the writers, which load large libraries; a test keeps the two lists
 * equal.
 */
export const exportChoices = [
  { id: 'svg', label: 'SVG', describes: 'The wall as a drawing: sharp at any size, its texts as text.' },
  { id: 'xlsx', label: 'Excel', describes: 'Sheets of notes, steps, links, points of failure, actions and numbers.' },
  { id: 'csv', label: 'CSV', describes: 'The notes as rows for a spreadsheet, each with what it follows.' },
  {
    id: 'markdown',
    label: 'Markdown',
    describes: 'The report in plain text: outcome, numbers, decisions, the wall by lane.',
  },
  {
    id: 'bpmn',
    label: 'BPMN 2.0',
    describes: 'The wall in one version, for a modelling tool; without parking lot, outcome, views, votes and answers.',
  },
  { id: 'json-canvas', label: 'JSON Canvas', describes: 'For Obsidian and other canvases.' },
  { id: 'excalidraw', label: 'Excalidraw', describes: 'Boxes and arrows to open in Excalidraw.' },
  { id: 'json', label: 'Brownpaper JSON', describes: 'Everything on the wall, to bring back without loss.' },
] as const satisfies readonly { id: string; label: string; describes: string }[]

/** Separators between the cells of a CSV: a spreadsheet opens the one that its region does not use in numbers. */
export const csvSeparators = [
  { id: 'comma', mark: ',', label: 'Comma' },
  { id: 'semicolon', mark: ';', label: 'Semicolon' },
  { id: 'tab', mark: '\t', label: 'Tab' },
] as const
export type Separator = (typeof csvSeparators)[number]['id']

/** Returns the separator that a spreadsheet of this region expects: a semicolon where numbers have a decimal comma. */
export const usualSeparator = (locale?: string): Separator =>
  new Intl.NumberFormat(locale).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
    ? 'semicolon'
    : 'comma'
