import { generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import type { Ability } from '../access/policy.ts'
import { centre, type Point } from '../geometry/box.ts'
import { textFromRows } from './cell-texts.ts'
import type { Writer } from './commands/writer.ts'
import { defaultSize } from './fields.ts'
import { copyNotes, fragmentBox, fragmentLimit, pasteFragment } from './fragment.ts'
import { layoutLanes } from './layout.ts'
import { type BoardPlan, boardPlan } from './plan.ts'
import type { BoardSnapshot } from './snapshot.ts'

/**
 * Part of a board in the clipboard. Our own data is hidden in the HTML, which every program passes through unchanged;
 * other programs read the cells.
 */
const shape = z.strictObject({ brownpaper: z.literal(1), board: z.string().max(64), plan: boardPlan })
/** Characters of HTML above which the clipboard is not searched for our data. */
const mostHtml = 12_000_000

/** Copies the notes with their links and groups, and all lanes from the first to the last that they lie in. */
export function copyFragment(
  board: BoardSnapshot,
  noteIds: ReadonlySet<string>,
  allows: (ability: Ability) => boolean,
): BoardPlan {
  const plan = copyNotes(board, noteIds, allows)
  const used = board.lanes.map(lane => [...noteIds].some(id => board.notes.get(id)?.lane === lane.id))
  const lanes = board.lanes.slice(used.indexOf(true), used.lastIndexOf(true) + 1)
  const [first] = lanes
  if (!first || !used.includes(true)) return plan
  return {
    ...plan,
    lanes: lanes.map(({ id, name, actor, height }) => ({ id, name, actor, height })),
    notes: plan.notes.map(note => ({
      ...note,
      y: note.y - first.top,
      lane: board.notes.get(note.id)?.lane ?? null,
    })),
  }
}

/**
 * Returns what goes on the clipboard: cells for other programs, in rows and columns as the notes lie, and the whole
 * fragment for Brownpaper.
 */
export function clipboardOf(board: string, plan: BoardPlan): { text: string; html: string } {
  const rows = gridOf(plan)
  const escaped = (text: string) =>
    text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign).replaceAll('\n', '<br>')
  const body = rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')
  // Percent-encoded, because quotes and angle brackets of the JSON would end the attribute.
  const ours = encodeURIComponent(JSON.stringify({ brownpaper: 1, board, plan }))
  return { text: textFromRows(rows), html: `<table data-brownpaper="${ours}">${body}</table>` }
}

/**
 * Returns the notes' texts as cells: notes of similar height form a row, notes of similar horizontal position a column.
 */
function gridOf({ notes }: BoardPlan): string[][] {
  const placed = notes.map(({ text, x, y, size = defaultSize }) => ({
    text,
    at: centre({ x, y, w: size[0], h: size[1] }),
  }))
  const columns = bands(
    placed.map(({ at }) => at.x),
    defaultSize[0] / 2,
  )
  const rows = bands(
    placed.map(({ at }) => at.y),
    defaultSize[1] / 2,
  )
  const grid = rows.map(() => columns.map(() => ''))
  for (const { text, at } of placed) {
    const row = grid[bandOf(rows, at.y)]
    const column = bandOf(columns, at.x)
    if (row) row[column] = row[column] ? `${row[column]}\n${text}` : text
  }
  return grid
}

/** Returns where each band of close values begins. */
function bands(values: readonly number[], gap: number): number[] {
  const starts: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - last > gap) starts.push(value)
    last = value
  }
  return starts
}
const bandOf = (starts: readonly number[], value: number): number => starts.findLastIndex(start => start <= value)

/** Returns the fragment in a clipboard's HTML; null if there is none or it is damaged. */
export function fragmentFromHtml(html: string): { board: string; plan: BoardPlan } | null {
  if (html.length > mostHtml) return null
  const ours = /data-brownpaper="([^"]*)"/.exec(html)?.[1]
  if (!ours) return null
  try {
    const parsed = shape.safeParse(JSON.parse(decodeURIComponent(ours)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Returns why a fragment cannot be pasted; null if it can. */
export const tooManyPasted = ({ notes }: BoardPlan): string | null =>
  notes.length <= fragmentLimit
    ? null
    : `These are ${notes.length.toLocaleString('en')} notes; up to ${fragmentLimit.toLocaleString('en')} can be copied at once. Nothing was added.`

/** px by which a fragment is shifted when the same notes already lie there. */
const aside = 24

/**
 * Pastes a copied fragment with its middle at a point; returns the ids of its notes. Notes of several lanes from
 * another board go into the lanes of the same names. Missing lanes are added if that is allowed; otherwise the notes
 * keep their positions relative to each other.
 */
export function pasteAt(
  writer: Writer,
  board: BoardSnapshot,
  plan: BoardPlan,
  at: Point,
  { mayAddLanes, fromElsewhere }: { mayAddLanes: boolean; fromElsewhere: boolean },
): string[] {
  const box = fragmentBox(plan)
  if (!box) return []
  const used = new Set(plan.notes.map(note => note.lane ?? null))
  const laned = fromElsewhere && used.size > 1 ? byLanes(board, plan, mayAddLanes) : null
  const shift = { x: at.x - centre(box).x, y: laned ? 0 : at.y - centre(box).y }
  const written = laned ?? { ...plan, lanes: [], notes: plan.notes.map(({ lane: _lane, ...note }) => note) }
  const taken = new Set([...board.notes.values()].map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`))
  const lies = () =>
    written.notes.some(({ x, y }) => taken.has(`${Math.round(x + shift.x)},${Math.round(y + shift.y)}`))
  while (lies()) {
    shift.x += aside
    if (!laned) shift.y += aside
  }
  return pasteFragment(writer, board, written, shift)
}

/**
 * Returns the fragment with its notes at the heights of this board's lanes; null where lanes are missing and may not be
 * added.
 */
function byLanes(board: BoardSnapshot, plan: BoardPlan, mayAdd: boolean): BoardPlan | null {
  const nameOf = (name: string) => name.trim().toLocaleLowerCase()
  const used = new Set(plan.notes.map(note => note.lane))
  const targets = new Map<string, string>()
  const missing: BoardPlan['lanes'] = []
  for (const [index, planned] of plan.lanes.entries()) {
    if (!used.has(planned.id)) continue
    const lane = { ...planned, id: `added-${index}` }
    const same = board.lanes.find(one => nameOf(one.name) === nameOf(lane.name))
    if (!same) missing.push(lane)
    targets.set(planned.id, same?.id ?? lane.id)
  }
  if (missing.length > 0 && !mayAdd) return null
  const last = board.lanes
    .map(lane => lane.order)
    .sort()
    .at(-1)
  const keys = generateNKeysBetween(last ?? null, null, missing.length)
  const added = missing.map((lane, index) => ({ ...lane, order: keys[index] ?? 'a0', source: null }))
  const there = new Map(layoutLanes([...board.lanes, ...added]).map(lane => [lane.id, lane]))
  const here = new Map(
    layoutLanes(plan.lanes.map((lane, index) => ({ ...lane, order: keyOf(index), source: null }))).map(lane => [
      lane.id,
      lane,
    ]),
  )
  return {
    ...plan,
    lanes: missing,
    notes: plan.notes.map(({ lane, ...note }) => {
      const home = here.get(lane ?? '')
      const target = there.get(targets.get(lane ?? '') ?? '')
      if (!home || !target) return note
      const h = note.size?.[1] ?? defaultSize[1]
      const y = target.top + Math.min(note.y - home.top, target.height - h / 2 - 1)
      return { ...note, y, ...(missing.some(one => one.id === target.id) ? { lane: target.id } : {}) }
    }),
  }
}

const keyOf = (index: number): string => `a${String(index).padStart(6, '0')}`
