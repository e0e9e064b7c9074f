import type { Box, Point } from './box.ts'

/** A possible end of a route: a point, the direction in which the route leaves or enters, and its cost (px). */
export interface Port {
  readonly at: Point
  readonly level: boolean
  readonly cost: number
}

/**
 * Returns the cheapest route of horizontal and vertical pieces between two sets of ports that enters no wall:
 * the A* search on the lines along the walls' edges and through the ports. null: there is none.
 */
export function shortestPath<P extends Port>(
  starts: readonly P[],
  ends: readonly P[],
  walls: readonly Box[],
  bend: number,
): { start: P; end: P; points: Point[] } | null {
  const ports = [...starts, ...ends].map(port => port.at)
  const xs = lines([...ports.map(p => p.x), ...walls.flatMap(({ x, w }) => [x, x + w])])
  const ys = lines([...ports.map(p => p.y), ...walls.flatMap(({ y, h }) => [y, y + h])])
  const rows = ys.length
  const at = (column: number, row: number) => column * rows + row
  const closed = closedBy(walls, xs, ys)
  const nodeOf = ({ at: { x, y } }: Port) => at(placeIn(xs, x), placeIn(ys, y))
  // A state is a node and the direction of arrival: 0 horizontal, 1 vertical.
  const best = new Float64Array(xs.length * rows * 2).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(best.length).fill(-1)
  const done = new Uint8Array(best.length)
  const begun = new Map<number, P>()
  const queue = new Queue()
  const goals = new Map<number, P>()
  /** px that a way from here is at least. */
  const ahead = (x: number, y: number): number => {
    let least = Number.POSITIVE_INFINITY
    for (const { at: to, cost } of ends) least = Math.min(least, Math.abs(to.x - x) + Math.abs(to.y - y) + cost)
    return least
  }
  for (const port of ends) if (!closed.node[nodeOf(port)]) goals.set(nodeOf(port), port)
  for (const port of starts) {
    if (closed.node[nodeOf(port)]) continue
    const state = nodeOf(port) * 2 + (port.level ? 0 : 1)
    if (port.cost >= (best[state] ?? 0)) continue
    best[state] = port.cost
    begun.set(state, port)
    queue.push(state, port.cost + ahead(port.at.x, port.at.y))
  }

  let found: { state: number; end: P; cost: number } | null = null
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { state } = next
    if (found && next.cost >= found.cost) break
    if (done[state]) continue
    done[state] = 1
    const cost = best[state] ?? 0
    const node = state >> 1
    const upright = state & 1
    const end = goals.get(node)
    if (end) {
      const whole = cost + end.cost + (end.level === (upright === 0) ? 0 : bend)
      if (!found || whole < found.cost) found = { state, end, cost: whole }
    }
    const column = Math.floor(node / rows)
    const row = node % rows
    for (const [dx, dy] of steps) {
      const [x, y] = [xs[column + dx], ys[row + dy]]
      const [fromX, fromY] = [xs[column], ys[row]]
      if (x === undefined || y === undefined || fromX === undefined || fromY === undefined) continue
      // A piece is named by the end that comes first.
      const piece = dx < 0 || dy < 0 ? at(column + dx, row + dy) : node
      if ((dx === 0 ? closed.upright : closed.level)[piece]) continue
      const turned = dx === 0 ? 1 : 0
      const sum = cost + Math.abs(x - fromX) + Math.abs(y - fromY) + (turned === upright ? 0 : bend)
      const to = at(column + dx, row + dy) * 2 + turned
      if (sum >= (best[to] ?? 0)) continue
      best[to] = sum
      before[to] = state
      queue.push(to, sum + ahead(x, y))
    }
  }
  if (!found) return null
  const points: Point[] = []
  let state = found.state
  for (; state !== -1; state = before[state] ?? -1) {
    const node = state >> 1
    points.push({ x: xs[Math.floor(node / rows)] ?? 0, y: ys[node % rows] ?? 0 })
    const start = begun.get(state)
    if (start && before[state] === -1) return { start, end: found.end, points: points.reverse() }
  }
  return null
}

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

const lines = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

/** Index of the first line at or behind a value. */
function placeIn(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Which nodes lie inside a wall, and which pieces from a node to the next one run through one. */
function closedBy(walls: readonly Box[], xs: readonly number[], ys: readonly number[]) {
  const rows = ys.length
  const [node, level, upright] = [0, 1, 2].map(() => new Uint8Array(xs.length * rows)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  for (const { x, y, w, h } of walls) {
    // Every wall's edges are lines, so a piece between two of them is inside or outside as a whole.
    const [left, right] = [placeIn(xs, x), placeIn(xs, x + w)]
    const [top, low] = [placeIn(ys, y), placeIn(ys, y + h)]
    for (let column = left; column < right; column++)
      for (let row = top; row < low; row++) {
        const here = column * rows + row
        if (column > left) upright[here] = 1
        if (row > top) level[here] = 1
        if (column > left && row > top) node[here] = 1
      }
  }
  return { node, level, upright }
}

/** A binary heap of states by cost. */
class Queue {
  readonly #heap: { state: number; cost: number }[] = []
  push(state: number, cost: number): void {
    const heap = this.#heap
    heap.push({ state, cost })
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1
      if ((heap[parent]?.cost ?? 0) <= cost) break
      this.#swap(child, parent)
      child = parent
    }
  }
  pop(): { state: number; cost: number } | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (heap.length === 0 || !last) return first
    heap[0] = last
    for (let parent = 0; ; ) {
      const left = parent * 2 + 1
      const costs = (at: number) => heap[at]?.cost ?? Number.POSITIVE_INFINITY
      const least = costs(left) <= costs(left + 1) ? left : left + 1
      if (costs(least) >= costs(parent)) break
      this.#swap(parent, least)
      parent = least
    }
    return first
  }
  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (!one || !other) return
    this.#heap[a] = other
    this.#heap[b] = one
  }
}
