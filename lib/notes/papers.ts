/**
 * The papers notes are written on. Hex values are used by the DOM, the canvas tiles and the exports alike.
 * Every ink on its paper meets WCAG AA (4.5:1); tests/unit/lib/notes/papers.test.ts computes it.
 */
export const papers = {
  yellow: { label: 'Yellow', fill: '#f7dc6f', edge: '#d9b93c', ink: '#2a2410' },
  amber: { label: 'Amber', fill: '#f3b562', edge: '#d1903a', ink: '#2d1d08' },
  red: { label: 'Red', fill: '#e4675c', edge: '#bb463c', ink: '#250503' },
  blue: { label: 'Blue', fill: '#7fb2de', edge: '#4f87b8', ink: '#0a2033' },
  green: { label: 'Green', fill: '#93c47d', edge: '#679a50', ink: '#10240a' },
  pink: { label: 'Pink', fill: '#f2aac4', edge: '#d27a9c', ink: '#33101e' },
  mint: { label: 'Mint', fill: '#a8e0cc', edge: '#6fb59c', ink: '#0a2a20' },
  lilac: { label: 'Lilac', fill: '#c9b5e8', edge: '#9d82c6', ink: '#1f1136' },
  white: { label: 'White', fill: '#fdfbf5', edge: '#cfc6b2', ink: '#26211a' },
  plain: { label: 'Cream', fill: '#f3e9cf', edge: '#d3c39b', ink: '#2c2415' },
} as const

export type PaperId = keyof typeof papers
export const paperIds = Object.keys(papers) as PaperId[]
