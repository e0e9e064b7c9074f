import { limits } from '../../board/fields.ts'
import type { RowNote } from './notes.ts'

/** px between notes, and from the upper edge of a lane to its notes; notes beside each other on open paper. */
const [gap, inset, left, width, height] = [24, 64, 40, 168, 168]
const laneHeight = 240
/** Notes beside each other on open paper: more where there are many, so that they are as wide as they are high. */
const beside = (count: number): number => Math.max(8, Math.ceil(Math.sqrt(count)))
const [lowest, highest] = limits.laneHeight

export interface Placed {
  x: number
  y: number
}

/**
 * Where notes lie that say no place: those in lanes one behind the other, never left of what comes before them; those
 * in none in rows below. What says its place keeps it.
 */
export function placesOf(
  notes: readonly RowNote[],
  lanes: readonly { name: string; top: number; height: number }[],
  before: (note: number) => readonly number[],
): Placed[] {
  const below = lanes.reduce((bottom, lane) => Math.max(bottom, lane.top + lane.height), 0)
  const tops = new Map(lanes.map(({ name, top }) => [name, top]))
  const taken = new Map<string, number>()
  const columns: number[] = []
  const inRows = !notes.some(one => one.follows || one.next)
  const open = notes.filter(note => !tops.has(note.lane)).length
  const perRow = beside(open)
  const placed = notes.map((note, index) => {
    const top = tops.get(note.lane)
    const next = taken.get(top === undefined ? '' : note.lane) ?? 0
    const behind = before(index).map(other => (other < index ? (columns[other] ?? -1) + 1 : 0))
    const column = top === undefined && behind.length === 0 ? next : Math.max(next, ...behind)
    columns.push(column)
    taken.set(top === undefined ? '' : note.lane, column + 1)
    const wraps = top === undefined && inRows
    const [across, down] = wraps ? [column % perRow, Math.floor(column / perRow)] : [column, 0]
    return { note, across, y: top === undefined ? below + inset + down * (height + gap) : top + inset }
  })
  // A chain of thousands is longer than a wall: its notes lie closer, each still behind the one before.
  const longest = placed.reduce((most, { across }) => Math.max(most, across), 0)
  const step = Math.min(width + gap, (limits.coordinate - width - left) / Math.max(1, longest))
  return placed.map(({ note, across, y }) => ({ x: note.x ?? Math.floor(left + across * step), y: note.y ?? y }))
}

/**
 * The lanes of the names, from the top: as high as the places of their notes say where those lie one lane under the
 * other, else all of one height.
 */
export function lanesOf(notes: readonly RowNote[]): { name: string; top: number; height: number }[] {
  const names = [...new Set(notes.map(note => note.lane).filter(Boolean))]
  const spans = names.map(name => {
    const ys = notes.filter(note => note.lane === name).flatMap(note => note.y ?? [])
    return { low: Math.min(...ys), high: Math.max(...ys), says: ys.length > 0 }
  })
  const stacked = spans.every(({ says, high }, index) => says && high <= (spans[index + 1]?.low ?? high))
  let top = 0
  return names.map((name, index) => {
    const [span, next] = [spans[index], spans[index + 1]]
    const end = !span
      ? 0
      : next
        ? Math.max(next.low - inset, Math.min(span.high + lowest, next.low))
        : Math.max(top + laneHeight, span.high + laneHeight - inset)
    const height = stacked ? Math.min(highest, Math.max(lowest, Math.round(end - top))) : laneHeight
    const lane = { name, top, height }
    top += height
    return lane
  })
}
