import type { BoardSnapshot, Link, Note } from '../board/snapshot.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { papers } from '../notes/papers.ts'
import type { ExportFormat } from './format.ts'

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

function textElement(
  id: string,
  container: string | null,
  text: string,
  box: { x: number; y: number; w: number; h: number },
) {
  return {
    ...base(id, box.x, box.y, box.w, box.h),
    type: 'text',
    text,
    originalText: text,
    fontSize: 16,
    fontFamily: 1,
    textAlign: 'center',
    verticalAlign: 'middle',
    containerId: container,
    lineHeight: 1.25,
    autoResize: true,
  }
}

function noteElements(note: Note, links: readonly Link[]) {
  const { fill, edge } = papers[note.colour ?? noteKind(note.kind).paper]
  const textId = `${note.id}-text`
  const box = {
    ...base(note.id, note.x, note.y, note.w, note.h),
    type: note.kind === 'decision' ? 'diamond' : 'rectangle',
    strokeColor: edge,
    backgroundColor: fill,
    groupIds: note.group ? [note.group] : [],
    locked: note.locked,
    boundElements: [
      ...(note.text ? [{ id: textId, type: 'text' }] : []),
      ...links.map(link => ({ id: link.id, type: 'arrow' })),
    ],
  }
  const inner = { x: note.x + 8, y: note.y + note.h / 2 - 12, w: note.w - 16, h: 24 }
  return note.text ? [box, textElement(textId, note.id, note.text, inner)] : [box]
}

function linkElements(board: BoardSnapshot, link: Link) {
  const [from, to] = [board.notes.get(link.from), board.notes.get(link.to)]
  if (!from || !to) return []
  const [x, y] = [from.x + from.w, from.y + from.h / 2]
  const [dx, dy] = [to.x - x, to.y + to.h / 2 - y]
  const labelId = `${link.id}-text`
  const arrow = {
    ...base(link.id, x, y, Math.abs(dx), Math.abs(dy)),
    type: 'arrow',
    points: [
      [0, 0],
      [dx, dy],
    ],
    lastCommittedPoint: null,
    startBinding: { elementId: from.id, focus: 0, gap: 4 },
    endBinding: { elementId: to.id, focus: 0, gap: 4 },
    startArrowhead: null,
    endArrowhead: 'arrow',
    elbowed: false,
    boundElements: link.text ? [{ id: labelId, type: 'text' }] : [],
  }
  if (!link.text) return [arrow]
  return [arrow, textElement(labelId, link.id, link.text, { x: x + dx / 2 - 40, y: y + dy / 2 - 10, w: 80, h: 20 })]
}

/** The .excalidraw file format, version 2; notes are boxes with bound text, links bound arrows, lanes labelled boxes behind. */
export const excalidraw: ExportFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  describes: 'Boxes and arrows to open in Excalidraw.',
  extension: 'excalidraw',
  mime: 'application/json',
  write(board) {
    const width = [...board.notes.values()].reduce((max, note) => Math.max(max, note.x + note.w + 80), 1200)
    const linksOf = new Map<string, Link[]>()
    for (const link of board.links.values())
      for (const end of new Set([link.from, link.to])) linksOf.set(end, [...(linksOf.get(end) ?? []), link])
    const lanes = board.lanes.flatMap(lane => [
      {
        ...base(lane.id, 0, lane.top, width, lane.height),
        type: 'rectangle',
        strokeStyle: 'dashed',
        strokeColor: '#8a6f4d',
      },
      textElement(`${lane.id}-text`, null, lane.name, { x: 12, y: lane.top + 10, w: 200, h: 24 }),
    ])
    const notes = [...board.notes.values()]
      .sort((a, b) => (a.z < b.z ? -1 : 1))
      .flatMap(note => noteElements(note, linksOf.get(note.id) ?? []))
    const links = [...board.links.values()].flatMap(link => linkElements(board, link))
    return `${JSON.stringify(
      {
        type: 'excalidraw',
        version: 2,
        source: 'brownpaper',
        elements: [...lanes, ...notes, ...links],
        appState: { viewBackgroundColor: '#e9dcc3' },
        files: {},
      },
      null,
      1,
    )}\n`
  },
}
