import { judgingFields, type RootName } from '#lib/board/schema.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { shorten } from '../text/cut.ts'
import type { RowCursor } from './cursor.ts'
import type { Cell } from './row-code.ts'
import { presence } from './rows.ts'

/** What a person did in one update, named by its most important write. */
export const eventKinds = {
  add: 'Adding',
  write: 'Writing',
  move: 'Moving',
  link: 'Linking',
  take: 'Taking off',
  judge: 'Marks and verdicts',
  comment: 'Comments',
  lead: 'Leading',
  other: 'Other changes',
} as const
export type EventKind = keyof typeof eventKinds

export interface ReplayEvent {
  row: number
  at: number
  actor: string | null
  kind: EventKind
  root: RootName
  id: string
  /** The action, after the person's name: “moved “Order””. */
  words: string
}

const longest = 60
const judging = new Set([...judgingFields, 'votes'])
const stageWords: Record<string, string> = {
  item: 'moved everybody on',
  agenda: 'changed the agenda',
  timer: 'set the timer',
  frozen: 'froze or released the wall',
  spotlight: 'put the spotlight on something',
  vote: 'led a vote',
  hands: 'raised or lowered a hand',
  ready: 'said whether they are ready',
  rounds: 'revealed the private notes',
  drafts: 'wrote private notes',
}

/** Returns the event kind of a single write, from its cell. */
export function kindOfCell({ root, key }: Cell): EventKind {
  if (root === 'stage') return 'lead'
  if (root === 'comments') return 'comment'
  if (root === 'outcome' || key === 'text') return 'write'
  if (judging.has(key)) return 'judge'
  if (root === 'links') return 'link'
  if (root !== 'notes') return 'other'
  if (key === presence) return 'add'
  if (key === 'deleted') return 'take'
  return key === 'pos' ? 'move' : 'other'
}

/** Returns what happened in the update that ends at `row`. */
export function eventAt(cursor: RowCursor, row: number): ReplayEvent | null {
  const { rows } = cursor
  if (row < 0 || row >= rows.count) return null
  let best: { cell: Cell; row: number; rank: number } | null = null
  for (let at = row; at >= 0 && rows.seq[at] === rows.seq[row]; at -= 1) {
    const cell = rows.cells[rows.cell[at] ?? 0]
    if (!cell) continue
    const rank = rankOf(cell, rows.value[at])
    if (!best || rank >= best.rank) best = { cell, row: at, rank }
  }
  if (!best) return null
  const { root, id } = best.cell
  const told = { row, at: rows.at[row] ?? 0, actor: rows.actors[rows.actor[row] ?? 0] ?? null, root, id }
  return { ...told, ...tell(cursor, best.cell, rows.value[best.row], row) }
}

/** Ranks the writes of one update; the highest names the event. */
function rankOf({ root, key }: Cell, value: unknown): number {
  if (key === presence && value === true) return root === 'notes' ? 9 : root === 'links' ? 8 : 7
  if (key === 'deleted') return root === 'notes' ? 6 : 5
  if (root === 'stage') return key === 'item' || key === 'rounds' || key === 'vote' ? 6 : 2
  if (judging.has(key)) return 4
  if (key === 'text' || root === 'outcome') return 3
  return key === 'pos' ? 2 : 1
}

function tell(
  cursor: RowCursor,
  { root, id, key }: Cell,
  value: unknown,
  row: number,
): Pick<ReplayEvent, 'kind' | 'words'> {
  const kept = (field: string) => cursor.valueAt(root, id, field, row)
  switch (root) {
    case 'notes': {
      const name = noteName(kept('text'), kept('kind'))
      if (key === presence) return { kind: 'add', words: value === true ? `put up ${name}` : `removed ${name}` }
      if (key === 'deleted')
        return value === true ? { kind: 'take', words: `took off ${name}` } : { kind: 'add', words: `put back ${name}` }
      if (key === 'text') return { kind: 'write', words: `wrote ${name}` }
      if (key === 'place')
        return value === 'parking'
          ? { kind: 'take', words: `put ${name} into the parking lot` }
          : { kind: 'add', words: `let ${name} onto the wall` }
      if (key === 'tags') return { kind: 'other', words: `tagged ${name}` }
      if (key === 'pos') return { kind: 'move', words: `moved ${name}` }
      if (key === 'verdict') return { kind: 'judge', words: `gave ${name} the verdict ${String(value)}` }
      if (judging.has(key)) return { kind: 'judge', words: `judged ${name}` }
      return { kind: 'other', words: `changed ${name}` }
    }
    case 'links': {
      const ends = kept('ends')
      const [from, to] = Array.isArray(ends) ? ends.map(end => endName(cursor, String(end), row)) : []
      const between = from && to ? ` ${from} and ${to}` : ' two notes'
      if (key === presence) return { kind: 'link', words: `linked${between}` }
      if (key === 'deleted')
        return { kind: 'link', words: value === true ? `unlinked${between}` : `linked${between} again` }
      return judging.has(key)
        ? { kind: 'judge', words: `judged the link between${between}` }
        : { kind: 'link', words: `changed the link between${between}` }
    }
    case 'lanes':
      return { kind: 'other', words: `changed the lane “${short(kept('name'))}”` }
    case 'comments':
      return { kind: 'comment', words: `commented: “${short(kept('text'))}”` }
    case 'outcome':
      return { kind: 'write', words: 'worked on the outcome' }
    case 'groups':
      return key === 'name' && value !== ''
        ? { kind: 'other', words: `named a group “${short(value)}”` }
        : { kind: 'other', words: 'grouped notes' }
    case 'views':
      return { kind: 'other', words: 'saved a view' }
    case 'stage':
      return { kind: 'lead', words: stageWords[key] ?? 'led the session' }
  }
}

const endName = (cursor: RowCursor, id: string, row: number): string =>
  noteName(cursor.valueAt('notes', id, 'text', row), cursor.valueAt('notes', id, 'kind', row))

function noteName(text: unknown, kind: unknown): string {
  const said = short(text)
  return said ? `“${said}”` : `an empty ${noteKind(String(kind)).label}`
}

function short(text: unknown): string {
  const line = typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : ''
  return shorten(line, longest)
}
