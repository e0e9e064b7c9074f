import { routesOf } from '#lib/geometry/routes.ts'
import type { BoardSnapshot, Link, Note } from '../board/snapshot.ts'
import { around, type Box, expand } from '../geometry/box.ts'
import { analysisOf } from '../method/analysis.ts'
import { linesBetween } from '../method/lane-lines.ts'
import type { BoardView, Projection } from '../method/projection.ts'
import { actors, lineNames, verdictWords, points as words } from '../method/vocabulary.ts'
import type { ExportFormat } from './format.ts'
import { handFamily } from './handwriting-font.ts'
import { namedGroups } from './laid-out.ts'
import {
  betweenSvg,
  type DrawnStamp,
  groupName,
  groupSvg,
  laneSvg,
  linkLabelSvg,
  linkSvg,
  noteSvg,
  type Reach,
  wallColours,
} from './svg-parts.ts'
import { xmlText } from './xml.ts'

export interface PictureOptions {
  /** Left out: the as-is. */
  view?: BoardView
  /** Ids of notes: only these, and the links between them. */
  only?: ReadonlySet<string>
  title?: string
  /** Lanes run beyond the picture's box, for a frame of another shape that shows the overflow. */
  runOn?: boolean
}

/** px around what is on the wall. */
const margin = 56
/** px by which lanes run on at either side: beyond the edge of a wide frame that shows the picture at 5%. */
const farOn = 20_000

/**
 * Returns the wall as a drawing: vector, with its texts as text, without external resources and without markup that
 * people wrote. Used for the library's pictures, the report and the SVG and PNG exports. `box` is the shown area, board
 * px.
 */
export function wallPicture(board: BoardSnapshot, options: PictureOptions = {}): { svg: string; box: Box } {
  const { projection, points } = analysisOf(board, options.view ?? 'as-is')
  const notes = [...projection.notes.values()]
    .filter(note => note.place === 'wall' && (options.only?.has(note.id) ?? true))
    .sort((a, b) => (a.z < b.z ? -1 : a.z > b.z ? 1 : a.id < b.id ? -1 : 1))
  const stamps = new Map<string, DrawnStamp[]>()
  const stamp = (id: string, one: DrawnStamp) => stamps.set(id, [...(stamps.get(id) ?? []), one])
  for (const { id, code, kind, state } of points)
    stamp(id, { label: code, title: words[kind].name, paper: words[kind].paper, proposed: state === 'proposed' })
  const judged = ({ id, verdict }: Note | Link) => {
    if (!verdict) return
    const { sign, name } = verdictWords[verdict]
    stamp(id, { label: sign, title: name, paper: 'white', proposed: false })
  }
  for (const note of notes) judged(note)
  for (const link of projection.links.values()) judged(link)

  const seen = new Map(notes.map(note => [note.id, note]))
  const groups = namedGroups(board, seen)
  const frames = groups.map(({ x, y, w, h }) => ({ x, y: y - groupName, w, h: h + groupName }))
  const box = frameOf([...notes, ...frames], options.only ? [] : projection.lanes)
  const on = options.runOn ? farOn : 0
  const reach = { left: box.x - on, across: box.w + 2 * on }
  const lanes = projection.lanes
    .filter(lane => lane.top < box.y + box.h && lane.top + lane.height > box.y)
    .map(lane => laneSvg(lane, lane.name || actors[lane.actor], box, reach))
  const links = [...projection.links.values()].filter(link => seen.has(link.from) && seen.has(link.to))
  const ways = routesOf(seen, links)
  const routes = links.flatMap(link => {
    const route = ways.get(link.id)
    return route ? [{ link, route }] : []
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x} ${box.y} ${box.w} ${box.h}" width="${box.w}" height="${box.h}" font-family="${xmlText(handFamily)}" fill="none">`,
    options.title ? `<title>${xmlText(options.title)}</title>` : '',
    `<style>text{white-space:pre}.k{font:600 10.5px 'Source Sans 3 Variable','Source Sans 3',system-ui,sans-serif;opacity:.72}.s{font:600 12.5px 'Source Sans 3 Variable','Source Sans 3',system-ui,sans-serif;text-anchor:middle}.g{font:11px 'Source Sans 3 Variable','Source Sans 3',system-ui,sans-serif;text-anchor:middle;fill:${wallColours.ink}}.t{font-size:17px;text-anchor:middle;fill:${wallColours.ink};paint-order:stroke;stroke:${wallColours.paper};stroke-width:5px;stroke-linejoin:round}.l{stroke:${wallColours.ink};stroke-opacity:.78;stroke-width:2.2px;stroke-linecap:round}.h{fill:${wallColours.ink};fill-opacity:.85}</style>`,
    `<path class="p" fill="${wallColours.paper}" d="M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z"/>`,
    ...lanes.map(lane => lane.band),
    ...laneLines(projection, box, reach),
    ...groups.map(groupSvg),
    ...routes.map(({ route }) => linkSvg(route)),
    ...notes.map(note => noteSvg(note, stamps.get(note.id) ?? [])),
    ...routes.map(({ link, route }) => linkLabelSvg(link, route, stamps.get(link.id) ?? [])),
    ...lanes.map(lane => lane.heading),
    '</svg>',
  ].join('')
  return { svg, box }
}

/** Returns the shown area: every note and group, every lane from its left edge, in whole px. */
function frameOf(drawn: readonly Box[], lanes: Projection['lanes']): Box {
  const bottom = lanes.reduce((height, lane) => Math.max(height, lane.top + lane.height), 0)
  const strip = lanes.length > 0 ? [{ x: 0, y: 0, w: 900, h: bottom }] : []
  const content = around([...drawn, ...strip]) ?? { x: 0, y: 0, w: 900, h: 480 }
  const { x, y, w, h } = expand(content, margin)
  // Lanes end at the last one's lower edge, unless something overlaps it.
  const top = lanes.length > 0 && content.y >= 0 ? 0 : Math.floor(y)
  const low = lanes.length > 0 && content.y + content.h <= bottom ? bottom + 2 : Math.ceil(y + h)
  return { x: Math.floor(x), y: top, w: Math.ceil(w), h: low - top }
}

function laneLines({ lanes }: Projection, box: Box, reach: Reach): string[] {
  const lines = linesBetween(lanes)
  return (['interaction', 'visibility'] as const).flatMap(line => {
    const y = lines[line]
    return y !== null && y > box.y && y < box.y + box.h ? [betweenSvg(y, lineNames[line], box, reach)] : []
  })
}

/** The wall as a drawing of its own; options select notes or the to-be. */
export const svg: ExportFormat = {
  id: 'svg',
  label: 'SVG',
  describes: 'The wall as a drawing: sharp at any size, its texts as text.',
  extension: 'svg',
  mime: 'image/svg+xml',
  write: (board, about) => wallPicture(board, { ...about.picture, title: about.title }).svg,
}
