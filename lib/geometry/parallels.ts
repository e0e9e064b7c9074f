import type { Box, Point } from './box.ts'
import { distance } from './box.ts'
import { tidy } from './route.ts'
import { runsBehind } from './route-around.ts'

/** px that parallel links keep from each other. */
const apart = 10
/** px by which two pieces have to lie side by side to count as parallel, and px that a first or last piece keeps. */
const shared = 2
const stays = 8
/** Places tried for a piece, px from where it was. */
const shifts = [0, 10, -10, 20, -20, 30, -30]

/** A course, with its place in the order in which links give way; equal for the same wall everywhere. */
export interface Ranked {
  readonly rank: string
  readonly points: readonly Point[]
  /** From where to where the first and the last piece may be moved, px across it. */
  readonly slides: readonly [readonly [number, number], readonly [number, number]]
  readonly obstacles: readonly Box[]
}

interface Piece {
  readonly of: Ranked
  readonly at: number
  readonly upright: boolean
  readonly where: number
  readonly low: number
  readonly high: number
  /** The first and the last piece of a link stay at their notes. */
  readonly outer: boolean
}

/**
 * Returns a course whose inner pieces keep 10 px from the pieces of others that run the same way. Every link reckons
 * with the courses that all had before, so the answer does not depend on which link is asked first.
 */
export function keepApart(own: Ranked, others: readonly Ranked[]): readonly Point[] {
  let points = own.points
  const theirs = others.flatMap(piecesOf)
  for (const piece of piecesOf(own)) {
    const beside = theirs.filter(other => runBeside(piece, other))
    if (beside.length === 0) continue
    const shift = shiftAmong(piece, beside)
    if (shift !== 0) points = shifted(points, piece, shift) ?? points
  }
  return points === own.points ? points : tidy(points)
}

/** Gives everybody the first free place, the outer pieces before the inner ones, and returns the piece's own. */
function shiftAmong(piece: Piece, beside: readonly Piece[]): number {
  const taken: number[] = []
  const inTurn = [piece, ...beside].sort(
    (a, b) =>
      Number(b.outer) - Number(a.outer) || (a.of.rank < b.of.rank ? -1 : a.of.rank > b.of.rank ? 1 : a.at - b.at),
  )
  for (const one of inTurn) {
    const shift = shifts.find(
      by =>
        taken.every(where => Math.abs(one.where + by - where) >= apart) &&
        (by === 0 || shifted(one.of.points, one, by) !== null),
    )
    if (one === piece) return shift ?? 0
    taken.push(one.where + (shift ?? 0))
  }
  return 0
}

/** Returns the course with one piece moved sideways; null where that leads behind a note or turns an end around. */
function shifted(points: readonly Point[], { at, upright, of }: Piece, by: number): Point[] | null {
  const cross = upright ? 'x' : 'y'
  const next = points.map((point, index) =>
    index === at || index === at + 1 ? { ...point, [cross]: point[cross] + by } : point,
  )
  for (const [index, range] of [
    [0, of.slides[0]],
    [points.length - 2, of.slides[1]],
  ] as const) {
    const where = next[at]?.[cross] ?? 0
    if (at === index && (where < range[0] || where > range[1])) return null
  }
  for (const [a, b] of [
    [at - 1, at],
    [at + 1, at + 2],
  ] as const) {
    const [before, after] = [next[a], next[b]]
    const [was, then] = [points[a], points[b]]
    if (!before || !after || !was || !then) continue
    const turned = (after[cross] - before[cross]) * (then[cross] - was[cross]) <= 0
    if (turned || distance(before, after) < stays) return null
  }
  return runsBehind(next, of.obstacles) ? null : next
}

const runBeside = (a: Piece, b: Piece): boolean =>
  a.upright === b.upright &&
  Math.abs(a.where - b.where) < apart &&
  Math.min(a.high, b.high) - Math.max(a.low, b.low) > shared

function piecesOf(of: Ranked): Piece[] {
  return of.points.flatMap((b, index) => {
    const a = of.points[index - 1]
    if (!a) return []
    const upright = Math.abs(a.x - b.x) < Math.abs(a.y - b.y)
    const [from, to] = upright ? [a.y, b.y] : [a.x, b.x]
    return [
      {
        of,
        at: index - 1,
        upright,
        where: upright ? a.x : a.y,
        low: Math.min(from, to),
        high: Math.max(from, to),
        outer: index === 1 || index === of.points.length - 1,
      },
    ]
  })
}
