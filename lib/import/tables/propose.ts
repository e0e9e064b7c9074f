import { verdictIds } from '../../method/vocabulary.ts'
import type { FieldId } from './fields.ts'
import { mayRepeat } from './fields.ts'
import { kindNamed } from './kinds.ts'
import { fieldsNamed } from './names.ts'
import { cellAt, filled, type Table, type TableRow, widthOf } from './table.ts'

/** Rows that are looked at: among the first for a header, and for what a column holds. */
const looked = { header: 20, content: 200 }
/** Different names that a column of lanes has at most; more are texts. */
const mostLanes = 40

/** The row that names the columns; null: none does, every row is a note. */
export function proposeHeader(table: Table): TableRow | null {
  const { rows } = table
  const width = widthOf(table)
  let best: { row: TableRow; names: number } | null = null
  for (const row of rows.slice(0, looked.header)) {
    const cells = row.cells.filter(filled)
    // “Version: 3” on a cover names no column.
    if (cells.some(isNumber)) continue
    const names = new Set(cells.flatMap(cell => fieldsNamed(cell)[0]?.field ?? [])).size
    if (names > (best?.names ?? 0)) best = { row, names }
  }
  // One known word may as well be a note of a list: it is a name where nothing else stands above it.
  const wide = rows.find(({ cells }) => cells.filter(filled).length >= Math.min(2, width))
  if (best && (best.names > 1 || (best.row === wide && best.row !== rows.at(-1)))) return best.row
  return wide && namesByLook(table, wide, width) ? wide : null
}

/**
 * What the columns are called, and the last row that says so: under a name across several columns each has its own in
 * the row below (“Time” over “Processing” and “Waiting”).
 */
export function columnHeadings(table: Table, header: TableRow | null): { names: string[]; last: TableRow | null } {
  const width = widthOf(table)
  const names = Array.from({ length: width }, (_, column) => (header ? cellAt(table, header, column).trim() : ''))
  const below = header ? table.rows[table.rows.indexOf(header) + 1] : undefined
  const own = below?.cells.flatMap((cell, column) => (filled(cell) ? [{ cell: cell.trim(), column }] : [])) ?? []
  const parts =
    own.length > 1 &&
    own.every(({ cell, column }) => fieldsNamed(cell).length > 0 && (isSpread(names, column) || names[column] === ''))
  if (!below || !parts) return { names, last: header }
  for (const { cell, column } of own) names[column] = cell
  return { names, last: below }
}

/** Whether a column shares its name with the one beside it, or the one beside it has none. */
const isSpread = (names: readonly string[], column: number): boolean =>
  names[column] === names[column - 1] || names[column] === names[column + 1] || names[column + 1] === ''

/** Whether a row without known names stands above its columns as names do: words above numbers. */
function namesByLook({ rows }: Table, row: TableRow, width: number): boolean {
  const below = rows.slice(rows.indexOf(row) + 1, looked.content)
  const cells = Array.from({ length: width }, (_, column) => row.cells[column] ?? '')
  if (below.length === 0 || cells.some(cell => isNumber(cell) || cell.length > 60) || !cells.every(filled)) return false
  return cells.some((_, column) => {
    const values = below.map(one => one.cells[column] ?? '').filter(filled)
    return values.length > 0 && values.every(isNumber)
  })
}

/** Longer than this nothing is a number or an address: patterns take their time over what is built to trip them. */
const longest = { number: 60, address: 320 }

const isNumber = (cell: string): boolean =>
  cell.length <= longest.number &&
  /^[\s'’\u00a0\u202f]*[+-]?[\d.,:/\s\u00a0\u202f'’-]*\d[\d.,:/\s\u00a0\u202f%€$]*$/.test(cell)

/** How many of its columns a table names as we know them; 0 where none of them is the text. */
export function namedColumns(table: Table): number {
  const header = proposeHeader(table)
  if (!header || table.rows.at(-1) === header) return 0
  const known = columnHeadings(table, header).names.map(name => fieldsNamed(name)[0]?.field)
  return proposeColumns(table, header).includes('text') ? new Set(known.filter(Boolean)).size : 0
}

/** What each column most likely is, by its name and by what it holds; null: not used. */
export function proposeColumns(table: Table, header: TableRow | null): (FieldId | null)[] {
  const width = widthOf(table)
  const { names, last } = columnHeadings(table, header)
  const rows = table.rows.slice(last ? table.rows.indexOf(last) + 1 : 0).slice(0, looked.content)
  const valuesOf = (column: number) => rows.map(({ cells }) => cells[column]?.trim() ?? '').filter(Boolean)
  const columns = Array.from({ length: width }, (_, column) => valuesOf(column))
  const fields: (FieldId | null)[] = columns.map(() => null)
  const taken = new Set<FieldId>()
  const take = (column: number, field: FieldId) => {
    fields[column] = field
    if (!mayRepeat(field) || field === 'text') taken.add(field)
  }
  const known = columns
    .flatMap((values, column) => fieldsNamed(names[column] ?? '').map(one => ({ ...one, column, values })))
    .filter(({ field, rank, values }) => rank === 0 || holds(field, values))
    // The text first: what could be it and is not may be something else.
    .sort((a, b) => Number(b.field === 'text') - Number(a.field === 'text') || a.rank - b.rank || a.column - b.column)
  for (const { field, column } of known) if (fields[column] === null && !taken.has(field)) take(column, field)
  // Who is responsible for a step is its lane where no other column says one.
  const lane = known.find(one => one.field === 'lane' && fields[one.column] === 'owner')
  if (lane && !taken.has('lane')) {
    taken.delete('owner')
    take(lane.column, 'lane')
  }
  const free = () => columns.map((values, column) => ({ values, column })).filter(one => fields[one.column] === null)
  if (!taken.has('text')) {
    const most = Math.max(...free().map(({ values }) => wordsIn(values)))
    // The first of those that say about as much: what is done stands before where and by whom.
    const text = free().find(({ values }) => values.length > 0 && wordsIn(values) >= most * 0.7)
    if (text) take(text.column, 'text')
  }
  if (header) return fields
  for (const { values, column } of free()) {
    if (!taken.has('kind') && shareOf(values, value => kindNamed(value) !== null) > 0.8) take(column, 'kind')
    else if (!taken.has('id') && counts(values)) take(column, 'id')
    else if (!taken.has('lane') && repeats(values)) take(column, 'lane')
  }
  return fields
}

/** Whether a column holds what its name says: a type that is none of our kinds is not the kind of a note. */
function holds(field: FieldId, values: readonly string[]): boolean {
  if (field === 'kind') return values.length === 0 || shareOf(values, value => kindNamed(value) !== null) >= 0.5
  if (field === 'text') return values.length === 0 || !values.every(isNumber)
  if (field === 'lane') return new Set(values).size <= mostLanes
  if (field === 'verdict')
    return values.length === 0 || values.some(value => verdictIds.some(verdict => verdict === value.toLowerCase()))
  return true
}

const shareOf = (values: readonly string[], says: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(says).length / values.length

/** Addresses, times and keys of machines: long, all different, and nothing to read on a wall. */
const isMachine = (cell: string): boolean =>
  (cell.length <= longest.address && /^[^\s@]+@[^\s@]+$/.test(cell)) ||
  /^(https?:\/\/|www\.)\S+$|^\d{4}-\d{2}-\d{2}[T ][\d:.]+|^[\da-f-]{20,}$/i.test(cell)

/** How much of a column are texts, and how long they are: the longest different ones are the notes. */
function wordsIn(values: readonly string[]): number {
  const texts = new Set(values.filter(value => !isNumber(value) && !isMachine(value)))
  return [...texts].reduce((sum, text) => sum + Math.min(text.length, 80), 0)
}

/** 1, 2, 3 …, or ids like P-10: all different, each with a number in it, none with a blank. */
const counts = (values: readonly string[]): boolean =>
  values.length > 0 &&
  new Set(values).size === values.length &&
  values.every(value => /^[\p{L}-]{0,6}\d+(\.\d+)*\.?$/u.test(value))

/** Few short words again and again, as lanes are. */
function repeats(values: readonly string[]): boolean {
  const different = new Set(values)
  return (
    values.length > 2 &&
    different.size <= Math.min(mostLanes, values.length * 0.67) &&
    [...different].every(value => value.length <= 60 && !isNumber(value))
  )
}
