import { z } from 'zod'
import type { BoardSnapshot } from '../board/snapshot.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { papers } from '../notes/papers.ts'
import { type ExportFormat, inReadingOrder } from './format.ts'

const kept = z.record(z.string(), z.json())
/** Keys of the file an entity came from, so that what we do not know is given back. */
export function keptKeys(source: string | null, format: string): Record<string, unknown> {
  if (!source) return {}
  try {
    const stored = z.object({ format: z.literal(format), keys: kept }).safeParse(JSON.parse(source))
    return stored.success ? stored.data.keys : {}
  } catch {
    return {}
  }
}

/** Wide enough for what lies in the lanes, px. */
const wallWidth = (board: BoardSnapshot) =>
  Math.ceil([...board.notes.values()].reduce((width, note) => Math.max(width, note.x + note.w + 80), 1200))

/** JSON Canvas 1.0 (jsoncanvas.org): lanes and named groups become groups, notes text nodes, links edges; geometry is whole numbers. */
export const jsonCanvas: ExportFormat = {
  id: 'json-canvas',
  label: 'JSON Canvas',
  describes: 'For Obsidian and other canvases.',
  extension: 'canvas',
  mime: 'application/json',
  write(board) {
    const width = wallWidth(board)
    const lanes = board.lanes.map(lane => ({
      ...keptKeys(lane.source, 'canvas'),
      id: lane.id,
      type: 'group',
      x: 0,
      y: Math.round(lane.top),
      width,
      height: Math.round(lane.height),
      label: lane.name,
    }))
    const notes = inReadingOrder(board, board.notes.values())
      .sort((a, b) => (a.z < b.z ? -1 : a.z > b.z ? 1 : 0))
      .map(note => ({
        color: papers[note.colour ?? noteKind(note.kind).paper].fill,
        ...keptKeys(note.source, 'canvas'),
        id: note.id,
        type: 'text',
        x: Math.round(note.x),
        y: Math.round(note.y),
        width: Math.round(note.w),
        height: Math.round(note.h),
        text: note.text,
      }))
    const side = (name: string) => (name === 'auto' ? {} : { side: name })
    const edges = [...board.links.values()].map(link => {
      const [from, to] = [side(link.sides[0]), side(link.sides[1])]
      return {
        ...keptKeys(link.source, 'canvas'),
        id: link.id,
        fromNode: link.from,
        ...('side' in from ? { fromSide: from.side } : {}),
        toNode: link.to,
        ...('side' in to ? { toSide: to.side } : {}),
        ...(link.text ? { label: link.text } : {}),
      }
    })
    return `${JSON.stringify({ nodes: [...lanes, ...notes], edges }, null, '\t')}\n`
  },
}
