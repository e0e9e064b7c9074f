import { z } from 'zod'
import { limits } from '../../board/fields.ts'
import { type BoardPlan, boardPlan } from '../../board/plan.ts'
import { looksLikeCustomer } from '../../method/customer-lane.ts'
import { noteKind } from '../../notes/kinds/index.ts'
import { cutText, shorten } from '../../text/cut.ts'
import { ontoLanes } from '../bands.ts'
import { fitToLimit, ImportError, type Imported, uniqueIds } from '../format.ts'
import { dateReader } from './dates.ts'
import {
  type EncodingId,
  encodings,
  type FieldId,
  fieldLabel,
  type SeparatorId,
  separators,
  tableFields,
} from './fields.ts'
import { linksOfRows } from './links.ts'
import { type ColumnRoles, noteFromRow, type RowNote } from './notes.ts'
import { numberReader } from './numbers.ts'
import { lanesOf, placesOf } from './places.ts'
import { columnHeadings, namedColumns, proposeColumns, proposeHeader } from './propose.ts'
import { filled, type Table, type TableRow, widthOf } from './table.ts'

const ids = <T extends string>(list: readonly { id: T }[]) => list.map(({ id }) => id) as [T, ...T[]]

const encodingId = z.enum(ids<EncodingId>(encodings))
const separatorId = z.enum(Object.keys(separators) as [SeparatorId, ...SeparatorId[]])
const fieldId = z.enum(ids<FieldId>(tableFields))

/** What a person has chosen of how a table is read; what is left out is proposed. */
export const tableChoice = z.strictObject({
  encoding: encodingId.optional(),
  separator: separatorId.optional(),
  sheet: z.number().int().min(0).max(1_000).optional(),
  /** Number of the row that names the columns; null: none does. */
  header: z.number().int().min(1).nullable().optional(),
  columns: z.array(fieldId.nullable()).max(300).optional(),
})
export type TableChoice = z.infer<typeof tableChoice>

/** How a table is read, to be seen and changed before it is. */
export const tableLook = z.strictObject({
  /** Null: a workbook says it itself. */
  encoding: encodingId.nullable(),
  separator: separatorId.nullable(),
  sheets: z.array(z.string()).readonly(),
  sheet: z.number(),
  header: z.number().nullable(),
  /** The first rows, of which one may name the columns: its number, and what it says. */
  rows: z.array(z.strictObject({ row: z.number(), says: z.string() })),
  columns: z.array(z.strictObject({ name: z.string(), field: fieldId.nullable(), samples: z.array(z.string()) })),
  /** The first notes as they will be. */
  notes: z.array(z.strictObject({ text: z.string(), kind: z.string(), lane: z.string(), more: z.array(z.string()) })),
})
export type TableLook = z.infer<typeof tableLook>

export interface TableFile {
  tables: readonly Table[]
  encoding: EncodingId | null
  separator: SeparatorId | null
}

/** Rows among which a person may say which names the columns; notes that are shown; values of a column. */
const shown = { rows: 12, notes: 6, samples: 3 }

/** A table as notes, and how it was taken; throws ImportError where its values cannot be. */
export function readTable(file: TableFile, choice: TableChoice = {}): Imported & { look: TableLook } {
  const sheet = Math.min(choice.sheet ?? likeliestSheet(file.tables), Math.max(0, file.tables.length - 1))
  const table = file.tables[sheet]
  if (!table) throw new ImportError('There is no sheet in this workbook.')
  const header =
    choice.header === undefined ? proposeHeader(table) : (table.rows.find(({ line }) => line === choice.header) ?? null)
  const width = widthOf(table)
  const proposed = choice.columns ?? proposeColumns(table, header)
  const fields = Array.from({ length: width }, (_, column) => proposed[column] ?? null)
  const { names, last } = columnHeadings(table, header)
  const below = last ? table.rows.slice(table.rows.indexOf(last) + 1) : table.rows
  const above = header ? table.rows.slice(0, table.rows.indexOf(header)) : []
  const losses = [...table.losses]
  const { plan, notes } = planOfRows({ table, fields, names, guarded: file.encoding !== null }, below, losses)
  const title = above[0]?.cells.find(filled)?.trim()
  if (above.length > 0)
    losses.push(
      `Above the names of the columns, not read: ${list(above.map(row => row.cells.filter(filled).join(' ')))}.`,
    )
  const unused = names.flatMap((name, column) =>
    fields[column] === null && below.some(row => filled(row.cells[column])) ? [name || `column ${column + 1}`] : [],
  )
  if (unused.length > 0) losses.push(`Not used: ${list(unused)}.`)
  const others = file.tables.filter((one, index) => index !== sheet && one.rows.length > 0).map(one => one.name)
  if (others.length > 0)
    losses.push(
      `Only ${sheet === 0 ? 'the first sheet' : `the sheet “${table.name}”`} is read; left out: ${others.join(', ')}.`,
    )
  return {
    plan,
    losses,
    ...(title ? { title: cutText(title, limits.name) } : {}),
    look: {
      encoding: file.encoding,
      separator: file.separator,
      sheets: file.tables.map(({ name }) => name),
      sheet,
      header: header?.line ?? null,
      rows: table.rows
        .slice(0, shown.rows)
        .map(row => ({ row: row.line, says: shorten(row.cells.filter(filled).join(' · '), 80) })),
      columns: names.map((name, column) => ({
        name,
        field: fields[column] ?? null,
        samples: samplesOf(below, column),
      })),
      notes: notes.slice(0, shown.notes).map(note => shownNote(note, fields, names)),
    },
  }
}

const list = (names: readonly string[]): string =>
  names
    .slice(0, 12)
    .map(name => `“${shorten(name, 60)}”`)
    .join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')

/** The sheet that names most of its columns, else the longest: a cover, or a list of the sheets, is no list of notes. */
function likeliestSheet(tables: readonly Table[]): number {
  const names = new Set(tables.map(table => table.name))
  const isContents = ({ rows }: Table) => rows.some(({ cells }) => cells.some(cell => names.has(cell)))
  const worth = tables.map(table => [namedColumns(table), isContents(table) ? 1 : table.rows.length] as const)
  return worth.reduce((best, [names, rows], index) => {
    const [most = 0, longest = 0] = worth[best] ?? []
    return names > most || (names === most && names === 0 && rows > longest) ? index : best
  }, 0)
}

function planOfRows(
  columns: Omit<ColumnRoles, 'numbers' | 'dates'>,
  rows: readonly TableRow[],
  losses: string[],
): { plan: BoardPlan; notes: RowNote[] } {
  const { fields } = columns
  const numeric = new Set<FieldId | null>(['processing', 'waiting', 'cost', 'volume', 'firstTimeRight', 'x', 'y'])
  const numbers = numberReader(
    rows.flatMap(row => row.cells.filter((_, column) => numeric.has(fields[column] ?? null))),
  )
  // Other columns' dates say too in which order a day and a month stand.
  const dates = dateReader(rows.slice(0, mostDated).flatMap(row => row.cells))
  const read = rows.map(row => noteFromRow(row, { ...columns, numbers, dates }, losses))
  const notes = read.filter(note => filled(note.fields.text))
  const blank = read.length - notes.length
  if (blank > 0 && fields.includes('text'))
    losses.push(`${blank === 1 ? 'A row' : `${blank} rows`} without a text ${blank === 1 ? 'is' : 'are'} left out.`)
  const lanes = lanesOf(notes)
  if (lanes.length > most.lanes)
    throw new ImportError(`These are ${lanes.length} different lanes; a board takes up to ${most.lanes}.`)
  const pairs = linksOfRows(notes, losses)
  const before = new Map<number, number[]>()
  for (const [from, to] of pairs) before.set(to, [...(before.get(to) ?? []), from])
  const places = placesOf(notes, lanes, note => before.get(note) ?? [])
  const idOf = uniqueIds()
  const noteIds = notes.map((note, index) => idOf(note.id || `row-${index + 1}`))
  const laneIds = new Map(lanes.map(({ name }) => [name, idOf(`lane-${name}`)]))
  const groups = [...new Set(notes.map(note => note.group).filter(Boolean))]
  const groupIds = new Map(groups.map(name => [name, idOf(`group-${name}`)]))
  const nameOf = (name: string) => fitToLimit(name, limits.name, losses)
  const bands = lanes.map(({ name, top, height }) => {
    const actor = looksLikeCustomer(name) ? ('customer' as const) : ('back-stage' as const)
    return { id: laneIds.get(name) ?? '', name: nameOf(name), actor, top, height }
  })
  const onto = ontoLanes(bands)
  const plan = boardPlan.safeParse({
    lanes: bands.map(({ id, name, actor, height }) => ({ id, name, actor, height })),
    groups: groups.map(name => ({ id: groupIds.get(name), name: nameOf(name) })),
    notes: notes.map((note, index) => ({
      ...note.fields,
      id: noteIds[index],
      x: places[index]?.x,
      ...onto(laneIds.get(note.lane) ?? null, places[index]?.y ?? 0),
      ...(note.group ? { group: groupIds.get(note.group) } : {}),
    })),
    links: pairs.map(([from, to], index) => ({ id: idOf(`link-${index + 1}`), from: noteIds[from], to: noteIds[to] })),
    comments: notes.flatMap((note, index) =>
      note.comments.map(text => ({ id: idOf(`comment-${index + 1}`), on: noteIds[index], parent: null, text })),
    ),
  })
  if (!plan.success) throw new ImportError(`${plan.error.issues[0]?.message ?? 'A value is not as it should be'}.`)
  return { plan: plan.data, notes }
}

const most = { lanes: 200 }
/** Rows whose dates are looked at. */
const mostDated = 2_000

const samplesOf = (rows: readonly TableRow[], column: number): string[] =>
  [
    ...new Set(
      rows
        .slice(0, 200)
        .map(row => row.cells[column]?.trim() ?? '')
        .filter(Boolean),
    ),
  ]
    .slice(0, shown.samples)
    .map(value => shorten(value, 60))

/** Everything a note takes from its row besides its text, kind and lane, in words. */
function shownNote(
  note: RowNote,
  fields: readonly (FieldId | null)[],
  names: readonly string[],
): TableLook['notes'][number] {
  const apart: readonly (FieldId | null)[] = ['text', 'kind', 'lane', null]
  const more = fields.flatMap((field, column) => {
    const cell = note.row.cells[column]?.trim()
    if (field === null || apart.includes(field) || !cell) return []
    return [`${names[column] || fieldLabel(field)}: ${shorten(cell, 60)}`]
  })
  return {
    text: cutText((note.fields.text ?? '').trim(), 200),
    kind: noteKind(note.fields.kind).label,
    lane: note.lane,
    more,
  }
}
