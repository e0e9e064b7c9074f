import { type Box, clamp, expand, intersects, type Point } from '../../geometry/box.ts'
import type { Side } from '../../geometry/route.ts'
import { defaultSize } from '../fields.ts'
import { laneAt, stepGap } from '../layout.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { addNotes } from './notes.ts'
import { addEntity, type Fields, transact, type Writer } from './writer.ts'

/** Number of positions tried on one side. */
const turns = 12

/**
 * Returns the first free spot for a box beside a note, on the given side. Above and below it never crosses the border
 * of a lane: where the note's own lane has no room, the next lane is tried in the same column.
 */
export function placeBeside(
  board: BoardSnapshot,
  beside: Box,
  side: Side,
  size: readonly [number, number],
  isFree: (box: Box) => boolean = box => !isTaken(board, box),
): Point {
  const places = side === 'right' || side === 'left' ? inRow(beside, side, size) : inColumn(board, beside, side, size)
  const [w, h] = size
  const free = places.find(place => isFree(expand({ ...place, w, h }, 8)))
  return free ?? places[0] ?? beside
}

function isTaken(board: BoardSnapshot, box: Box): boolean {
  for (const note of board.notes.values()) if (note.place === 'wall' && intersects(note, box)) return true
  return false
}

function inRow(beside: Box, side: 'right' | 'left', [w, h]: readonly [number, number]): Point[] {
  const x = (turn: number) =>
    side === 'right'
      ? beside.x + beside.w + stepGap + turn * (w + stepGap)
      : beside.x - stepGap - w - turn * (w + stepGap)
  return Array.from({ length: turns }, (_, turn) => ({ x: x(turn), y: beside.y + (beside.h - h) / 2 }))
}

function inColumn(
  { lanes }: BoardSnapshot,
  beside: Box,
  side: 'top' | 'bottom',
  size: readonly [number, number],
): Point[] {
  const [w, h] = size
  const x = beside.x + (beside.w - w) / 2
  const stacked = Array.from({ length: turns }, (_, turn) => ({
    x,
    y:
      side === 'bottom'
        ? beside.y + beside.h + stepGap + turn * (h + stepGap)
        : beside.y - stepGap - h - turn * (h + stepGap),
  }))
  const own = laneAt(lanes, beside.y + beside.h / 2)
  if (!own) return stacked
  const within = stacked.filter(({ y }) => y >= own.top && y + h <= own.top + own.height)
  const next = lanes[lanes.indexOf(own) + (side === 'bottom' ? 1 : -1)]
  if (next) {
    const y = next.top + clamp(beside.y - own.top, 0, Math.max(0, next.height - h))
    return [...within, ...stacked.map((_, turn) => ({ x: x + turn * (w + stepGap), y }))]
  }
  // Below the last lane is open paper; above the customer's lane nothing may be placed.
  const below = own.top + own.height + stepGap
  const outside = side === 'bottom' ? stacked.map((_, turn) => ({ x, y: below + turn * (h + stepGap) })) : []
  return [...within, ...outside, ...inRow(beside, 'right', size)]
}

/**
 * Adds a step and a link to it in one transaction: at a box, or at the first free spot on a side. Returns the step's
 * id.
 */
export function addLinkedNote(
  writer: Writer,
  board: BoardSnapshot,
  from: string,
  where: { side: Side } | Point,
  link: Fields = {},
): string | null {
  const note = board.notes.get(from)
  if (!note) return null
  const at = 'side' in where ? placeBeside(board, note, where.side, defaultSize) : { x: where.x, y: where.y }
  return transact(writer, 'flow.grow', () => {
    const [id] = addNotes(writer, board, [{ kind: 'step', ...at }])
    if (id !== undefined) addEntity(writer, 'links', writer.newId(), { ends: [from, id], ...link })
    return id ?? null
  })
}
