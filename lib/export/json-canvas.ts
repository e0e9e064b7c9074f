import { z } from 'zod'
import type { Note } from '../board/snapshot.ts'
import { canvasPaper } from '../notes/colour.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { papers } from '../notes/papers.ts'
import type { ExportFormat } from './format.ts'
import { layOut } from './laid-out.ts'

const kept = z.record(z.string(), z.json())
/** Keys of the imported file's element that Brownpaper does not know, so that an export restores them. */
function keptKeys(source: string | null, format: string): Record<string, unknown> {
  if (!source) return {}
  try {
    const stored = z.object({ format: z.literal(format), keys: kept }).safeParse(JSON.parse(source))
    return stored.success ? stored.data.keys : {}
  } catch {
    return {}
  }
}

/** The note's colour as the imported file wrote it, as long as the note still has that colour. */
function colourKey(note: Note): Record<string, unknown> {
  const kept = keptKeys(note.source, 'canvas')
  const paper = note.colour ?? noteKind(note.kind).paper
  const same = typeof kept.color === 'string' && canvasPaper(kept.color) === paper
  const bare = note.source !== null && kept.color === undefined && note.colour === null && note.kind === 'plain'
  return { ...kept, ...(same || bare ? {} : { color: papers[paper].fill }) }
}

/** What the format has no key for: our kind of note, and its named group. */
function ownKey({ kind, group }: Note, named: ReadonlySet<string>): Record<string, unknown> {
  const own = { ...(kind === 'plain' ? {} : { kind }), ...(group && named.has(group) ? { group } : {}) }
  return Object.keys(own).length > 0 ? { brownpaper: own } : {}
}

/**
 * JSON Canvas 1.0 (jsoncanvas.org) of one version of the board: lanes and named groups become groups, notes text nodes,
 * links edges; geometry is whole numbers.
 */
export const jsonCanvasExport: ExportFormat = {
  id: 'json-canvas',
  label: 'JSON Canvas',
  describes: 'For Obsidian and other canvases.',
  extension: 'canvas',
  mime: 'application/json',
  write(board, about) {
    const wall = layOut(board, about.picture?.view)
    const lanes = wall.lanes.map(lane => ({
      ...keptKeys(lane.source, 'canvas'),
      id: lane.id,
      type: 'group',
      x: 0,
      y: Math.round(lane.top),
      width: wall.width,
      height: Math.round(lane.height),
      label: lane.name,
      brownpaper: { lane: lane.actor },
    }))
    const groups = wall.groups.map(({ id, name, x, y, w, h }) => ({
      ...{ id, type: 'group', x: Math.round(x), y: Math.round(y), width: Math.round(w), height: Math.round(h) },
      label: name,
      brownpaper: {},
    }))
    const named = new Set(wall.groups.map(group => group.id))
    const notes = wall.notes.map(note => ({
      ...colourKey(note),
      ...ownKey(note, named),
      id: note.id,
      type: 'text',
      x: Math.round(note.x),
      y: Math.round(note.y),
      width: Math.round(note.w),
      height: Math.round(note.h),
      text: note.text,
    }))
    const side = (name: string) => (name === 'auto' ? {} : { side: name })
    const edges = wall.links.map(link => {
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
    return `${JSON.stringify({ nodes: [...lanes, ...groups, ...notes], edges }, null, '\t')}\n`
  },
}
