import { limits } from '../../board/fields.ts'
import type { BoardPlanInput } from '../../board/plan.ts'
import { verdictIds } from '../../method/vocabulary.ts'
import { isPaper, nearestPaper } from '../../notes/colour.ts'
import { pointKinds } from '../../notes/define.ts'
import { noteKind } from '../../notes/kinds/index.ts'
import { shorten } from '../../text/cut.ts'
import { fitToLimit, ImportError } from '../format.ts'
import type { DateReader } from './dates.ts'
import { type FieldId, fieldLabel } from './fields.ts'
import { kindNamed } from './kinds.ts'
import { type NumberReader, unitOf } from './numbers.ts'
import { cellAt, type Table, type TableRow } from './table.ts'

type PlannedNote = NonNullable<BoardPlanInput['notes']>[number]
/** A note without its place and its id, with what else its row says. */
export interface RowNote {
  row: TableRow
  fields: Omit<PlannedNote, 'id' | 'x' | 'y' | 'lane' | 'group'>
  id: string
  lane: string
  group: string
  follows: string
  next: string
  comments: string[]
  x: number | null
  y: number | null
}

export interface ColumnRoles {
  table: Table
  fields: readonly (FieldId | null)[]
  /** What the columns are called; empty where no row names them. */
  names: readonly string[]
  numbers: NumberReader
  dates: DateReader
  /** Whether formulas were made harmless with an apostrophe on the way out, as in files of text. */
  guarded: boolean
}

/** The apostrophe before what a spreadsheet would run as a formula goes again. */
const unguarded = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '')

const versions = ['both', 'as-is', 'to-be'] as const

/** What one row says of its note; what no field takes is told the losses. */
export function noteFromRow(row: TableRow, columns: ColumnRoles, losses: string[]): RowNote {
  const withoutGuard = (cell: string) => (columns.guarded ? unguarded(cell) : cell)
  const cells = (field: FieldId) =>
    columns.fields.flatMap((one, column) => (one === field ? [row.cells[column] ?? ''] : [])).filter(Boolean)
  const one = (field: FieldId): string => {
    const column = columns.fields.indexOf(field)
    return column < 0 ? '' : withoutGuard(cellAt(columns.table, row, column)).trim()
  }
  const number = (field: FieldId, read: (cell: string) => number | null, [low, high]: readonly [number, number]) => {
    // A number in cells that are one is of all their rows together: it counts once, at the first.
    const cell = withoutGuard(row.cells[columns.fields.indexOf(field)] ?? '').trim()
    if (cell === '') return null
    const value = read(cell)
    if (value !== null && value >= low && value <= high) return value
    losses.push(`“${short(cell)}” is no ${value === null ? 'number' : 'value'} for ${called(field)}; left out.`)
    return null
  }
  const called = (field: FieldId) => columns.names[columns.fields.indexOf(field)]?.trim() || fieldLabel(field)
  const place = (field: 'x' | 'y') => {
    const cell = one(field)
    const value = columns.numbers.number(cell)
    // Half a place is none: a board laid out so would look as nobody has made it.
    if (cell !== '' && (value === null || Math.abs(value) > limits.coordinate))
      throw new ImportError(`“${short(cell)}” in column ${called(field)} is not a number.`, row.line)
    return value
  }
  const minutes = (field: 'processing' | 'waiting') =>
    number(field, cell => columns.numbers.minutes(cell, unitOf(called(field))), [0, 5_256_000])
  const share = (cell: string) => {
    const value = columns.numbers.number(cell)
    return value !== null && value > 1 && value <= 100 ? value / 100 : value
  }
  const wanted = one('kind')
  const kind = kindNamed(wanted)
  if (wanted && !kind) losses.push(`The kind “${short(wanted)}” is not known; those become plain notes.`)
  const shade = one('colour').toLowerCase()
  const colour = isPaper(shade) ? shade : nearestPaper(shade)
  if (shade && !colour) losses.push(`The colour “${short(shade)}” is not known.`)
  const [markKind = '', markState = 'confirmed'] = one('mark').toLowerCase().split(/\s+/)
  const mark = pointKinds.find(known => known === markKind)
  const due = columns.dates(one('due'))
  if (one('due') && !due) losses.push(`“${short(one('due'))}” cannot be told as a date, as 2026-12-31 can; left out.`)
  return {
    row,
    id: one('id'),
    lane: one('lane'),
    group: one('group'),
    follows: one('follows'),
    next: one('next'),
    comments: cells('comment')
      .map(text => fitToLimit(lines(text).trim(), limits.text, losses))
      .filter(Boolean),
    x: place('x'),
    y: place('y'),
    fields: said({
      kind: kind ?? 'plain',
      text: fitToLimit(lines(cells('text').map(withoutGuard).join('\n')), limits.text, losses),
      // The colour that a note of this kind has anyway is nobody's choice.
      colour: colour === noteKind(kind ?? 'plain').paper ? null : colour,
      tags: tagsOf(cells('tags'), losses),
      system: cut(one('system'), limits.name, losses),
      verdictOwner: cut(listed(one('owner')), limits.name, losses),
      verdictReason: cut(one('reason'), limits.reason, losses),
      verdict: verdictIds.find(known => known === one('verdict').toLowerCase()),
      version: versions.find(known => known === one('version').toLowerCase().replaceAll(' ', '-')),
      due,
      mark: mark && (markState === 'confirmed' || markState === 'dismissed') ? { kind: mark, state: markState } : null,
      processing: minutes('processing'),
      waiting: minutes('waiting'),
      cost: number('cost', columns.numbers.number, [-1e12, 1e12]),
      volume: number('volume', columns.numbers.number, [0, 1e12]),
      firstTimeRight: number('firstTimeRight', share, [0, 1]),
    }),
  }
}

const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n')
const short = (cell: string): string => shorten(cell, 40)
const cut = (text: string, limit: number, losses: string[]) => (text === '' ? null : fitToLimit(text, limit, losses))

/** A list as some programs write it, in brackets. */
const listed = (cell: string): string => /^\s*\[(.*)\]\s*$/s.exec(cell)?.[1] ?? cell

/** Fields without a value are left out. */
function said(fields: { [K in keyof RowNote['fields']]: RowNote['fields'][K] | null | undefined }): RowNote['fields'] {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return { kind: 'plain', ...Object.fromEntries(entries) }
}

function tagsOf(cells: readonly string[], losses: string[]): string[] | null {
  const words = cells
    .flatMap(cell =>
      listed(cell)
        .split(/[,;\n]/)
        .map(word => word.trim()),
    )
    .filter(Boolean)
  const tags = [...new Set(words)].filter(tag => tag.length <= 40).slice(0, limits.tags)
  if (tags.length < new Set(words).size) losses.push('Some tags are too long, or more than a note holds; left out.')
  return tags.length > 0 ? tags : null
}
