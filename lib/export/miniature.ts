import type { BoardSnapshot, Note } from '../board/snapshot.ts'
import { project } from '../method/projection.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type PaperId, papers } from '../notes/papers.ts'

/** Beyond this many notes, text lines would be finer than a pixel and links would blur: both are left out. */
const detailLimit = 400
const wall = { paper: '#d3b58b', customer: '#ead9b8', pencil: '#86693f', link: '#2b2013' }
/** px around what is on the wall. */
const margin = 48
/** Far enough for lanes to reach the edges of whatever box the picture is shown in. */
const far = 100_000

const round = (n: number) => Math.round(n)
const box = (n: Note) => `M${round(n.x)} ${round(n.y)}h${round(n.w)}v${round(n.h)}h${-round(n.w)}z`

/**
 * Returns the board as a small SVG picture without words: lanes, notes in their colours, links. It has no size of its
 * own and fills its box; safe to show to anybody who may know that the board exists.
 */
export function miniatureSvg(whole: Pick<BoardSnapshot, 'lanes' | 'notes' | 'links'>): string {
  const board = project(whole, 'as-is')
  const notes = [...board.notes.values()].filter(note => note.place === 'wall')
  const seen = new Map(notes.map(note => [note.id, note]))
  const bottom = board.lanes.reduce((sum, lane) => sum + lane.height, 0)
  let [left, top, right, low] = [0, 0, 1000, Math.max(bottom, 480)]
  for (const note of notes) {
    left = Math.min(left, note.x)
    top = Math.min(top, note.y - margin)
    right = Math.max(right, note.x + note.w)
    low = Math.max(low, note.y + note.h + margin)
  }
  left -= margin
  const [width, height] = [right + margin - left, low - top]
  const detailed = notes.length <= detailLimit

  const lanes = board.lanes.map(lane => {
    const sheet =
      lane.actor === 'customer'
        ? `<path fill="${wall.customer}" d="M${-far} ${lane.top}h${2 * far}v${lane.height}h${-2 * far}z"/>`
        : ''
    return `${sheet}<path stroke="${wall.pencil}" stroke-width="4" d="M${-far} ${lane.top + lane.height}h${2 * far}"/>`
  })
  const byPaper = Map.groupBy(notes, (n): PaperId => n.colour ?? noteKind(n.kind).paper)
  const sheets = [...byPaper].map(([paper, on]) => `<path fill="${papers[paper].fill}" d="${on.map(box).join('')}"/>`)
  const centre = (n: Note) => `${round(n.x + n.w / 2)} ${round(n.y + n.h / 2)}`
  const lines = detailed
    ? [...board.links.values()].map(link => {
        const [from, to] = [seen.get(link.from), seen.get(link.to)]
        return from && to ? `M${centre(from)}L${centre(to)}` : ''
      })
    : []
  const words = detailed
    ? notes
        .filter(n => n.text !== '')
        .map(
          n => `M${round(n.x + 18)} ${round(n.y + 34)}h${round(n.w - 36)}m${-round(n.w - 36)} 26h${round(n.w * 0.5)}`,
        )
    : []
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${round(left)} ${round(top)} ${round(width)} ${round(height)}">`,
    `<path fill="${wall.paper}" d="M${-far} ${-far}h${2 * far}v${2 * far}h${-2 * far}z"/>`,
    ...lanes,
    `<path fill="none" stroke="${wall.link}" stroke-width="5" opacity=".7" d="${lines.join('')}"/>`,
    ...sheets,
    `<path fill="none" stroke="#000" stroke-width="9" opacity=".32" d="${words.join('')}"/>`,
    '</svg>',
  ].join('')
}

/** Returns the picture in an address that `miniatureUrl` made. */
export const miniatureIn = (url: string): string => decodeURIComponent(url.slice(url.indexOf(',') + 1))

/** The picture as an address for an <img>. */
export const miniatureUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg.toWellFormed())}`
