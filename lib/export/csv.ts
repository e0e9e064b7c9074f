import { noteKind } from '../notes/kinds/index.ts'
import { toldBoard } from '../report/wall.ts'
import { seenNames } from '../report/words.ts'
import { csvFile } from '../text/csv.ts'
import { csvSeparators } from './choices.ts'
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

/** A note's version says on which wall it is; `follows` lists the ids of the notes that link to it. */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV',
  describes: 'The notes as rows for a spreadsheet, each with what it follows.',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  write(board, about) {
    const { notes, links, parked } = toldBoard(board, about.authorName)
    const before = Map.groupBy(links, ({ link }) => link.to)
    const rows = [...notes, ...parked].map(({ note, lane, seen, becomes, code }) => [
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
    ])
    return csvFile([csvColumns, ...rows], csvSeparators.find(({ id }) => id === about.separator)?.mark)
  },
}
