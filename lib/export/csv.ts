import { noteKind } from '../notes/kinds/index.ts'
import { toldBoard } from '../report/wall.ts'
import { seenNames } from '../report/words.ts'
import { csvSeparators, type Separator } from './choices.ts'
import type { ExportFormat } from './format.ts'

export const csvColumns = [
  'id',
  'kind',
  'text',
  'lane',
  'x',
  'y',
  'colour',
  'mark',
  'verdict',
  'votes',
  'author',
  'created',
  'version',
  'becomes',
  'point',
  'follows',
  'reason',
  'owner',
  'due',
] as const

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, CSV injection). */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** One RFC 4180 record, without its line end. */
const csvRecord = (cells: readonly (string | number | null)[], separator: Separator = 'comma'): string =>
  cells
    .map(cell => {
      const text = typeof cell === 'number' ? String(cell) : harmless(cell ?? '')
      return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(csvSeparators.find(({ id }) => id === separator)?.mark ?? ',')

/**
 * RFC 4180, UTF-8 with a byte order mark so that spreadsheets read accents correctly. A note's version says on which
 * wall it is; `follows` lists the ids of the notes that link to it.
 */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV',
  describes: 'The notes as rows for a spreadsheet, each with what it follows.',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  write(board, about) {
    const { notes, links, parked } = toldBoard(board, about.authorName)
    const before = Map.groupBy(links, ({ link }) => link.to)
    const rows = [...notes, ...parked].map(({ note, lane, seen, becomes, code }) =>
      csvRecord(
        [
          note.id,
          note.kind,
          note.text,
          lane,
          Math.round(note.x),
          Math.round(note.y),
          note.colour ?? noteKind(note.kind).paper,
          note.mark ? `${note.mark.kind} ${note.mark.state}` : '',
          note.verdict,
          Object.values(note.votes).at(-1) ?? null,
          about.authorName(note.made),
          null,
          seenNames[seen],
          becomes,
          code,
          (before.get(note.id) ?? []).map(({ link }) => link.from).join(' '),
          note.verdictReason,
          note.verdictOwner,
          note.due,
        ],
        about.separator,
      ),
    )
    return `\uFEFF${[csvRecord([...csvColumns], about.separator), ...rows].join('\r\n')}\r\n`
  },
}
