import { routesOf } from '#lib/geometry/routes.ts'
import type { Link, Note } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import type { Route } from '../geometry/route.ts'
import { fitText, type Measure, wrap } from '../geometry/text-fit.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { papers } from '../notes/papers.ts'
import type { ExportFormat } from './format.ts'
import { measureHand } from './handwriting-font.ts'
import { layOut } from './laid-out.ts'

/** A number from an id, so that the same board gives the same file. */
const seedOf = (id: string): number =>
  [...id].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) % 2_147_483_647, 7)

const base = (id: string, x: number, y: number, width: number, height: number) => ({
  id,
  x,
  y,
  width,
  height,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 1,
  strokeStyle: 'solid',
  roughness: 0,
  opacity: 100,
  groupIds: [] as string[],
  frameId: null,
  roundness: null,
  seed: seedOf(id),
  version: 1,
  versionNonce: seedOf(`${id}!`),
  isDeleted: false,
  boundElements: [] as { id: string; type: string }[],
  updated: 1,
  link: null,
  locked: false,
})

/**
 * Excalidraw's handwriting font is wider than ours; with a width too small, it would cut words at the edge of their
 * box.
 */
const measure: Measure = word => measureHand(word) * 1.25
/** Line height at a font size of 1 px, in Excalidraw's handwriting font. */
const lineHeight = 1.25

interface Words {
  text: string
  size: number
  /** The text broken into lines; Excalidraw breaks it again only when it is edited. */
  lines: readonly string[]
}

/** Returns a text in the middle of a box, bound to the element `container`, or on its own. */
function textElement(id: string, container: string | null, { text, size, lines }: Words, box: Box) {
  const height = lines.length * size * lineHeight
  const width = container ? Math.max(0, ...lines.map(measure)) * size : box.w
  return {
    ...base(id, box.x + (box.w - width) / 2, box.y + (box.h - height) / 2, width, height),
    type: 'text',
    text: lines.join('\n'),
    originalText: text,
    fontSize: size,
    fontFamily: 5,
    textAlign: container ? 'center' : 'left',
    verticalAlign: container ? 'middle' : 'top',
    containerId: container,
    lineHeight,
    autoResize: true,
  }
}

/** px that Excalidraw keeps clear within a box; a diamond holds half of it. */
const padding = 5
const isDiamond = (kind: string) => noteKind(kind).corner === 'diamond'
const roomIn = ({ kind, w, h }: Note) =>
  isDiamond(kind) ? { w: w / 2 - 2 * padding, h: h / 2 - 2 * padding } : { w: w - 2 * padding, h: h - 2 * padding }

function noteElements(note: Note, links: readonly Link[]) {
  const { fill, edge } = papers[note.colour ?? noteKind(note.kind).paper]
  const textId = `${note.id}-text`
  const box = {
    ...base(note.id, note.x, note.y, note.w, note.h),
    type: isDiamond(note.kind) ? 'diamond' : 'rectangle',
    strokeColor: edge,
    backgroundColor: fill,
    groupIds: note.group ? [note.group] : [],
    locked: note.locked,
    customData: { brownpaper: { kind: note.kind } },
    boundElements: [
      ...(note.text ? [{ id: textId, type: 'text' }] : []),
      ...links.map(link => ({ id: link.id, type: 'arrow' })),
    ],
  }
  if (!note.text) return [box]
  const room = roomIn(note)
  const { size } = fitText(note.text, room.w, room.h / 1.1, measure)
  const words = { text: note.text, size, lines: wrap(note.text, room.w, size, measure) }
  return [box, textElement(textId, note.id, words, note)]
}

function linkElements(link: Link, { points, label }: Route) {
  const [first, ...rest] = points
  if (!first) return []
  const { x, y } = first
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
  const labelId = `${link.id}-text`
  const size = { w: Math.max(...xs) - Math.min(...xs), h: Math.max(...ys) - Math.min(...ys) }
  const arrow = {
    ...base(link.id, x, y, size.w, size.h),
    type: 'arrow',
    strokeWidth: 2,
    points: [[0, 0], ...rest.map(point => [point.x - x, point.y - y])],
    lastCommittedPoint: null,
    startBinding: { elementId: link.from, focus: 0, gap: 1 },
    endBinding: { elementId: link.to, focus: 0, gap: 1 },
    startArrowhead: null,
    endArrowhead: 'arrow',
    elbowed: false,
    boundElements: link.text ? [{ id: labelId, type: 'text' }] : [],
  }
  if (!link.text) return [arrow]
  const words = { text: link.text, size: 16, lines: [link.text] }
  return [arrow, textElement(labelId, link.id, words, { ...label, w: 0, h: 0 })]
}

/**
 * The .excalidraw file format, version 2, of one version of the board: notes are boxes with bound text, links bound
 * arrows around the notes, lanes labelled boxes behind.
 */
export const excalidrawExport: ExportFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  describes: 'Boxes and arrows to open in Excalidraw.',
  extension: 'excalidraw',
  mime: 'application/json',
  write(board, about) {
    const { lanes, notes, links, width } = layOut(board, about.picture?.view)
    const ways = routesOf(new Map(notes.map(note => [note.id, note])), links)
    const linksOf = new Map<string, Link[]>()
    for (const link of links)
      for (const end of new Set([link.from, link.to])) linksOf.set(end, [...(linksOf.get(end) ?? []), link])
    const bands = lanes.flatMap(({ id, name, actor, top, height }) => [
      {
        ...{ ...base(id, 0, top, width, height), type: 'rectangle', strokeStyle: 'dashed', strokeColor: '#8a6f4d' },
        customData: { brownpaper: { lane: { name, actor } } },
      },
      ...(name
        ? [
            textElement(
              `${id}-text`,
              null,
              { text: name, size: 20, lines: [name] },
              { x: 12, y: top + 10, w: measure(name) * 20, h: 25 },
            ),
          ]
        : []),
    ])
    const elements = [
      ...bands,
      ...notes.flatMap(note => noteElements(note, linksOf.get(note.id) ?? [])),
      ...links.flatMap(link => {
        const way = ways.get(link.id)
        return way ? linkElements(link, way) : []
      }),
    ]
    const appState = { viewBackgroundColor: '#e9dcc3' }
    return `${JSON.stringify({ type: 'excalidraw', version: 2, source: 'brownpaper', elements, appState, files: {} }, null, 1)}\n`
  },
}
