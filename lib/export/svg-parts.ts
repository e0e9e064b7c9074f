import type { Lane, Link, Note } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import { arrowhead, type Route, roundedPath, svgPath } from '../geometry/route.ts'
import { fitText, lineHeight } from '../geometry/text-fit.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type PaperId, papers } from '../notes/papers.ts'
import { shorten } from '../text/cut.ts'
import { isRightToLeft, textStart } from './direction.ts'
import { handAscent, measureHand } from './handwriting-font.ts'
import { xmlText } from './xml.ts'

/**
 * The colours of the wall in day mode, as in the theme. A part painted in one of them has a class, so that a page can
 * show the drawing in night mode (components/report/drawing.css): p paper, c customer's sheet, d drawn in pencil, a
 * tape, b the customer's tape, i ink.
 */
export const wallColours = {
  paper: '#d3b58b',
  customer: '#ead9b8',
  pencil: '#86693f',
  tape: '#f3e8cb',
  customerTape: '#ecd8bc',
  ink: '#2b2013',
} as const

/** px inside a note that its text keeps free, as on the wall; `foot` is the row of its kind's name and stamps. */
const padding = { side: 11, top: 9, foot: 24 } as const

/** Where lines across the picture begin, and how far they run, px. */
export interface Reach {
  left: number
  across: number
}

/** A round stamp with one to three characters. */
export interface DrawnStamp {
  label: string
  title: string
  paper: PaperId
  proposed: boolean
}

const round = (n: number) => Math.round(n * 10) / 10

function outline({ corner }: { corner: string }, { x, y, w, h }: Box): string {
  const [l, t, r, b] = [round(x), round(y), round(x + w), round(y + h)]
  switch (corner) {
    case 'cut':
      return `M${l} ${t}H${r - 16}L${r} ${t + 16}V${b}H${l}Z`
    case 'diamond':
      return `M${l + 12} ${t}H${r - 12}L${r} ${round(y + h / 2)}L${r - 12} ${b}H${l + 12}L${l} ${round(y + h / 2)}Z`
    case 'round':
      return `M${l + 14} ${t}H${r - 14}Q${r} ${t} ${r} ${t + 14}V${b - 14}Q${r} ${b} ${r - 14} ${b}H${l + 14}Q${l} ${b} ${l} ${b - 14}V${t + 14}Q${l} ${t} ${l + 14} ${t}Z`
    default:
      return `M${l} ${t}H${r}V${b}H${l}Z`
  }
}

/** One note with its text, the name of its kind and its stamps. */
export function noteSvg(note: Note, stamps: readonly DrawnStamp[]): string {
  const kind = noteKind(note.kind)
  const paper = papers[note.colour ?? kind.paper]
  const inset = kind.corner === 'diamond' ? 5 : 0
  const width = note.w - 2 * (padding.side + inset)
  const text = fitText(note.text, width, note.h - padding.top - padding.foot, measureHand)
  const start = textStart(note.text, note.x + padding.side + inset, width)
  const lines = text.lines.map((line, i) => {
    const cut = !text.fits && i === text.lines.length - 1 ? `${line}…` : line
    return cut === ''
      ? ''
      : `<tspan x="${round(start.x)}" y="${round(note.y + padding.top + text.size * (handAscent + i * lineHeight))}">${xmlText(cut)}</tspan>`
  })
  const foot =
    note.h < 56
      ? ''
      : `<text class="k" fill="${paper.ink}" x="${round(note.x + padding.side + inset)}" y="${round(note.y + note.h - 9)}">${xmlText(kind.label)}</text>`
  const tab =
    kind.corner === 'tab'
      ? `<path fill="${paper.edge}" d="M${round(note.x)} ${round(note.y)}h${note.w}v5h${-note.w}z"/>`
      : ''
  const fold =
    kind.corner === 'cut'
      ? `<path fill="${paper.edge}" d="M${round(note.x + note.w - 16)} ${round(note.y)}l16 16h-16z"/>`
      : ''
  return [
    `<g data-note="${xmlText(note.id)}">`,
    `<path fill="#321f08" fill-opacity=".2" d="${outline(kind, { ...note, y: note.y + 2.5 })}"/>`,
    `<path fill="${paper.fill}" d="${outline(kind, note)}"/>`,
    tab,
    fold,
    lines.some(Boolean)
      ? `<text fill="${paper.ink}" font-size="${text.size}"${start.attributes}>${lines.join('')}</text>`
      : '',
    foot,
    tagsSvg(note),
    stampsSvg(stamps, note.x + note.w - 18, note.y + note.h - 4, 'left'),
    '</g>',
  ].join('')
}

/** Number of tags that a note shows in full; the others are counted. */
const mostTags = 2
/** px of a slip, as on the wall, and of a letter on it on average; letters of a slip at most. */
const slip = { left: 6, low: 13, h: 17, side: 6, gap: 3, letter: 5.7, letters: 16 } as const

/** The tags on slips at the note's lower left. */
function tagsSvg({ tags, x, y, h }: Note): string {
  const rest = tags.length - mostTags
  let left = x + slip.left
  const top = y + h + slip.low - slip.h
  return [...tags.slice(0, mostTags), ...(rest > 0 ? [`+${rest}`] : [])]
    .map(tag => {
      const said = shorten(tag, slip.letters)
      const width = [...said].length * slip.letter + 2 * slip.side
      const at = left
      left += width + slip.gap
      return `<path class="a" fill="${wallColours.tape}" d="M${round(at)} ${round(top)}h${round(width)}v${slip.h}h${-round(width)}z"/><text class="g" x="${round(at + width / 2)}" y="${round(top + 12.5)}">${xmlText(said)}</text>`
    })
    .join('')
}

/** A line around the notes of a group, and its name on tape over it. */
export function groupSvg({ name, x, y, w, h }: Box & { name: string }): string {
  const cut = shorten(name, 60)
  const width = measureHand(cut) * 20 + 24
  const start = textStart(cut, x + 12, width - 24)
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="6" class="d" stroke="${wallColours.pencil}" stroke-width="1.5" stroke-dasharray="5 4"/><path class="a" fill="${wallColours.tape}" fill-opacity=".92" d="M${round(x)} ${round(y - groupName)}h${round(width)}v${groupName - 2}h${-round(width)}z"/><text class="i" font-size="20" fill="${wallColours.ink}" x="${round(start.x)}" y="${round(y - 10)}"${start.attributes}>${xmlText(cut)}</text>`
}
/** px over a group that its name takes. */
export const groupName = 32

/** Stamps in a row that ends, or is centred, at a point. */
function stampsSvg(stamps: readonly DrawnStamp[], x: number, y: number, grows: 'left' | 'both'): string {
  const width = ({ label }: DrawnStamp) => Math.max(24, 12 + label.length * 7)
  const total = stamps.reduce((sum, stamp) => sum + width(stamp) + 2, -2)
  let at = grows === 'left' ? x + 12 - total : x - total / 2
  return stamps
    .map(stamp => {
      const { fill, edge, ink } = papers[stamp.paper]
      const w = width(stamp)
      const left = at
      at += w + 2
      return `<g><title>${xmlText(stamp.title)}</title><rect x="${round(left)}" y="${round(y - 12)}" width="${w}" height="24" rx="12" fill="${stamp.proposed ? '#fdf6e6' : fill}" stroke="${edge}" stroke-width="2"${stamp.proposed ? ' stroke-dasharray="3 2.5"' : ''}/><text class="s" fill="${ink}" x="${round(left + w / 2)}" y="${round(y + 4.4)}">${xmlText(stamp.label)}</text></g>`
    })
    .join('')
}

/** A link's line with its arrowhead. */
export function linkSvg(route: Route): string {
  const [tip, left, right] = arrowhead(route.points)
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }
  const line = svgPath(roundedPath([...route.points.slice(0, -1), middle]))
  const head = [tip, left, right].map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')
  return `<path class="l" d="${line}"/><path class="h" d="M${head}Z"/>`
}

/** What is written and stamped on a link. */
export function linkLabelSvg(link: Link, route: Route, stamps: readonly DrawnStamp[]): string {
  const { x, y } = route.label
  const text = link.text
    ? `<text class="t" x="${round(x)}" y="${round(y + (stamps.length ? 28 : 5))}"${isRightToLeft(link.text) ? ' direction="rtl"' : ''}>${xmlText(link.text)}</text>`
    : ''
  return stampsSvg(stamps, x, y, 'both') + text
}

/** A lane's sheet or line from `left` on over `across` px, and its name on tape at the picture's left. */
export function laneSvg(
  lane: Lane,
  name: string,
  box: Box,
  { left, across }: Reach,
): { band: string; heading: string } {
  const bottom = lane.top + lane.height
  const sheet =
    lane.actor === 'customer'
      ? `<path class="c" fill="${wallColours.customer}" d="M${left} ${lane.top}h${across}v${lane.height}h${-across}z"/>`
      : ''
  const width = Math.min(340, measureHand(name) * 24 + 36)
  const cut = shorten(name, 34)
  const start = textStart(cut, 17, width - 34)
  return {
    band: `${sheet}<path class="d" stroke="${wallColours.pencil}" stroke-opacity=".6" stroke-width="1.5" d="M${left} ${bottom}h${across}"/>`,
    heading: `<g transform="translate(${round(box.x + 12)} ${round(lane.top + 10)}) rotate(-.6)"><path ${lane.actor === 'customer' ? `class="b" fill="${wallColours.customerTape}"` : `class="a" fill="${wallColours.tape}"`} fill-opacity=".92" d="M0 2L3 0H${round(width - 3)}L${round(width)} 4L${round(width - 3)} 12L${round(width)} 20L${round(width - 3)} 28L${round(width)} 34H2L4 26L0 18L3 9Z"/><text class="i" font-size="24" fill="${wallColours.ink}" x="${round(start.x)}" y="25.5"${start.attributes}>${xmlText(cut)}</text></g>`,
  }
}

/** A dashed line between lanes with its name at the right. */
export const betweenSvg = (y: number, name: string, box: Box, { left, across }: Reach): string =>
  `<path class="d" stroke="${wallColours.pencil}" stroke-width="2.5" stroke-dasharray="9 7" d="M${left} ${y}h${across}"/><text class="i" font-size="16" text-anchor="end" fill="${wallColours.ink}" fill-opacity=".85" x="${round(box.x + box.w - 16)}" y="${y - 6}">${name}</text>`
