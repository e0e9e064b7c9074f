import { type Box, centre } from './box.ts'
import { anchorOf, type Side } from './route.ts'

/** One end of a link on one side of a note. */
export interface PortEnd {
  readonly id: string
  readonly way: 'in' | 'out'
  /** The note at the link's other end. */
  readonly other: Box
}

/** px between two ports of a side, at least and by custom, and from a port to the note's corner. */
const apart = { least: 10, usual: 16 } as const
const corner = 14
/** px by which the middle of a note may be off for a link to it to count as straight. */
const straight = 12

/** px from the middle of the side, and how far that may slide with room left to the next ones. */
export interface Slot {
  readonly offset: number
  readonly range: readonly [number, number]
}

/**
 * Returns where each link is attached to one side of a note, by `way` and link: one in the middle, several side by side
 * in the order in which they go, the straight one in the middle. In and out never share a port; where there is no room
 * for all, those that come in share one, and if need be those that go out.
 */
export function portsOn(box: Box, side: Side, ends: readonly PortEnd[]): Map<string, Slot> {
  const along = side === 'left' || side === 'right' ? 'y' : 'x'
  const middle = centre(box)[along]
  const half = Math.max(apart.least / 2, (along === 'y' ? box.h : box.w) / 2 - corner)
  const aim = ({ other }: PortEnd) => centre(other)[along]
  // Two links between the same notes lie in the same order at both, so that they do not cross.
  const sorted = [...ends].sort((a, b) => aim(a) - aim(b) || (a.id < b.id ? -1 : 1))
  const slots = slotsFor(sorted, half)
  const gap = slots.length > 1 ? Math.min(apart.usual, (2 * half) / (slots.length - 1)) : 0
  const straightOn = slots.findIndex(slot => slot.some(end => Math.abs(aim(end) - middle) < straight))
  const first = -gap * (straightOn >= 0 ? straightOn : (slots.length - 1) / 2)
  const last = first + gap * (slots.length - 1)
  const shift = first < -half ? -half - first : last > half ? half - last : 0
  const room = (gap - apart.least) / 2
  const ports = new Map<string, Slot>()
  for (const [index, slot] of slots.entries()) {
    const offset = first + shift + index * gap
    const low = index === 0 ? -half : offset - room
    const high = index === slots.length - 1 ? half : offset + room
    // Links that share a port stay together.
    const range =
      slot.length > 1 ? ([offset, offset] as const) : ([Math.min(low, offset), Math.max(high, offset)] as const)
    for (const { id, way } of slot) ports.set(portKey(way, id), { offset, range })
  }
  return ports
}

export const portKey = (way: 'in' | 'out', id: string): string => `${way} ${id}`

function slotsFor(sorted: readonly PortEnd[], half: number): PortEnd[][] {
  const fits = (slots: number) => (slots - 1) * apart.least <= 2 * half
  const single = sorted.map(end => [end])
  if (fits(single.length)) return single
  const of = (way: 'in' | 'out') => sorted.filter(end => end.way === way)
  const [ins, outs] = [of('in'), of('out')]
  const spread = outs.map(end => [end])
  if (ins.length > 0 && fits(spread.length + 1)) {
    // In the middle of those that go out, as the ones between them would go.
    const at = Math.floor(spread.length / 2)
    return [...spread.slice(0, at), ins, ...spread.slice(at)]
  }
  return [ins, outs].filter(slot => slot.length > 0)
}

/** px by which ports that face each other may be off to be put on one line, where their notes' sides have room. */
const level = 24

/** Two ports that face each other nearly level slide to one line. */
export function levelled(
  from: Box,
  to: Box,
  [leaves, enters]: readonly [Side, Side],
  out: Slot,
  into: Slot,
): [number, number] {
  const facing = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const
  const kept: [number, number] = [out.offset, into.offset]
  if (facing[leaves] !== enters) return kept
  const along = leaves === 'left' || leaves === 'right' ? 'y' : 'x'
  const [a, b] = [anchorOf(from, leaves)[along], anchorOf(to, enters)[along]]
  const off = b + into.offset - (a + out.offset)
  if (off === 0 || Math.abs(off) >= level) return kept
  const low = Math.max(a + out.range[0], b + into.range[0])
  const high = Math.min(a + out.range[1], b + into.range[1])
  if (low > high) return kept
  const line = Math.min(high, Math.max(low, a + out.offset))
  return [line - a, line - b]
}
