/** The formats as a person chooses among them. Apart from the writers, which bring their libraries along; held to them by a test. */
export const exportChoices = [
  { id: 'svg', label: 'SVG', describes: 'The wall as a drawing: sharp at any size, its texts as text.' },
  { id: 'xlsx', label: 'Excel', describes: 'Sheets of notes, steps, points of failure, actions and numbers.' },
  { id: 'csv', label: 'CSV', describes: 'The notes as rows for a spreadsheet.' },
  { id: 'markdown', label: 'Markdown', describes: 'A report in plain text: outcome, lanes, verdicts.' },
  {
    id: 'bpmn',
    label: 'BPMN 2.0',
    describes: 'Lanes, steps, decisions and flows of one version, for a modelling tool.',
  },
  { id: 'json-canvas', label: 'JSON Canvas', describes: 'For Obsidian and other canvases.' },
  { id: 'excalidraw', label: 'Excalidraw', describes: 'Boxes and arrows to open in Excalidraw.' },
  { id: 'json', label: 'Brownpaper JSON', describes: 'Everything on the wall, to bring back without loss.' },
] as const satisfies readonly { id: string; label: string; describes: string }[]
