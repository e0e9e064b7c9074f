import { type Box, centre, expand, type Point } from '#lib/geometry/box.ts'
import { type SideChoice, sides } from '#lib/geometry/route.ts'

/** px between the points that are tried, and px that a way keeps from notes. */
const mesh = 5
const margin = 4

/**
 * Whether there is a way from a side of one note to a side of another behind no third: by trying every point of a fine
 * mesh, without any of the product's own search. Coordinates are multiples of the mesh.
 */
export function hasWay(from: Box, to: Box, chosen: readonly [SideChoice, SideChoice], others: readonly Box[]): boolean {
  const walls = [expand(from, mesh - 1), expand(to, mesh - 1), ...others.map(box => expand(box, margin))]
  const isOpen = ({ x, y }: Point) =>
    !walls.some(box => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
  const all = [from, to, ...others]
  const left = Math.min(...all.map(({ x }) => x)) - 50
  const top = Math.min(...all.map(({ y }) => y)) - 50
  const right = Math.max(...all.map(({ x, w }) => x + w)) + 50
  const low = Math.max(...all.map(({ y, h }) => y + h)) + 50
  const goals = new Set(portsOf(to, chosen[1]).map(keyOf))
  const queue = portsOf(from, chosen[0]).filter(isOpen)
  const seen = new Set(queue.map(keyOf))
  for (let point = queue.pop(); point; point = queue.pop()) {
    if (goals.has(keyOf(point))) return true
    for (const [dx, dy] of [
      [mesh, 0],
      [-mesh, 0],
      [0, mesh],
      [0, -mesh],
    ] as const) {
      const next = { x: point.x + dx, y: point.y + dy }
      if (next.x < left || next.x > right || next.y < top || next.y > low) continue
      if (seen.has(keyOf(next)) || !isOpen(next)) continue
      seen.add(keyOf(next))
      queue.push(next)
    }
  }
  return false
}

const keyOf = ({ x, y }: Point): string => `${x} ${y}`

function portsOf(box: Box, choice: SideChoice): Point[] {
  const { x, y } = centre(box)
  const at = {
    top: { x, y: box.y - mesh },
    bottom: { x, y: box.y + box.h + mesh },
    left: { x: box.x - mesh, y },
    right: { x: box.x + box.w + mesh, y },
  }
  return (choice === 'auto' ? sides : [choice]).map(side => at[side])
}
