import { type Box, contains } from '../geometry/box.ts'
import { type ExcalidrawElement, isArrow } from './excalidraw-elements.ts'

/** Kinds of element that are a note whether they hold a text or not. */
const boxes = new Set(['rectangle', 'ellipse', 'diamond', 'stickynote'])
const neverBoxes = new Set(['text', 'arrow', 'line', 'frame', 'magicframe'])

/** A box with the texts that are its own, or a text that stands alone. */
export interface Written {
  element: ExcalidrawElement
  text: string
  /** Ids that arrows may be tied to and mean this. */
  ids: string[]
}

const wordsOf = (item: ExcalidrawElement): string => item.originalText ?? item.text ?? ''
const boxOf = ({ x, y, width, height }: ExcalidrawElement): Box => ({ x, y, w: width, h: height })
const centreOf = (item: ExcalidrawElement) => ({ x: item.x + item.width / 2, y: item.y + item.height / 2 })

/**
 * Which texts belong to which boxes: those bound to one, whatever kind it is; else those that lie on a box without a
 * text, in the same group or with nothing else on it. A text that belongs to none stands alone.
 */
export function writtenOf(elements: readonly ExcalidrawElement[]): Written[] {
  const byId = new Map(elements.map(item => [item.id, item]))
  const texts = elements.filter(item => item.type === 'text')
  const bound = Map.groupBy(texts, text => byId.get(text.containerId ?? '')?.id ?? '')
  const isBox = (item: ExcalidrawElement) => boxes.has(item.type) || (bound.has(item.id) && !neverBoxes.has(item.type))
  const own = new Map<string, ExcalidrawElement[]>(
    elements.filter(isBox).map(item => [item.id, [...(bound.get(item.id) ?? [])]]),
  )
  const blank = places(
    elements.filter(item => own.get(item.id)?.length === 0),
    boxOf,
  )
  const centres = places(elements, item => ({ ...centreOf(item), w: 0, h: 0 }))
  const loose = bound.get('') ?? []
  const home = new Map<string, string>()
  for (const text of loose) {
    const on = blank({ ...centreOf(text), w: 0, h: 0 })
      .filter(box => contains(boxOf(box), centreOf(text)))
      .sort(
        (a, b) => Number(sameGroup(b, text)) - Number(sameGroup(a, text)) || a.width * a.height - b.width * b.height,
      )
    const box = on.find(one => sameGroup(one, text)) ?? on.find(one => standsAlone(one, text, centres(boxOf(one))))
    if (box) home.set(text.id, box.id)
  }
  for (const text of loose) own.get(home.get(text.id) ?? '')?.push(text)
  return elements.flatMap((item): Written[] => {
    const of = own.get(item.id)
    if (of) {
      const sorted = of.toSorted((a, b) => a.y - b.y || a.x - b.x)
      return [{ element: item, text: sorted.map(wordsOf).join('\n'), ids: [item.id, ...of.map(text => text.id)] }]
    }
    const alone = item.type === 'text' && !home.has(item.id) && !byId.has(item.containerId ?? '')
    return alone ? [{ element: item, text: wordsOf(item), ids: [item.id] }] : []
  })
}

/** px of a side of the squares that things are looked up in; what covers more than so many of them is looked at always. */
const square = { side: 500, most: 64 }

/** What may lie where, found without asking all of thousands. */
function places(
  items: readonly ExcalidrawElement[],
  boxOf: (item: ExcalidrawElement) => Box,
): (box: Box) => readonly ExcalidrawElement[] {
  const bySquare = new Map<string, ExcalidrawElement[]>()
  const large: ExcalidrawElement[] = []
  for (const item of items) {
    const squares = squaresOf(boxOf(item))
    if (!squares) large.push(item)
    else
      for (const name of squares) {
        const known = bySquare.get(name)
        if (known) known.push(item)
        else bySquare.set(name, [item])
      }
  }
  return box => {
    const squares = squaresOf(box)
    return squares ? [...new Set([...large, ...squares.flatMap(name => bySquare.get(name) ?? [])])] : items
  }
}

/** Null: too many. */
function squaresOf({ x, y, w, h }: Box): string[] | null {
  const [left, top, right, bottom] = [x, y, x + w, y + h].map(at => Math.floor(at / square.side)) as [
    number,
    number,
    number,
    number,
  ]
  if ((right - left + 1) * (bottom - top + 1) > square.most) return null
  const squares: string[] = []
  for (let column = left; column <= right; column++)
    for (let row = top; row <= bottom; row++) squares.push(`${column} ${row}`)
  return squares
}

const sameGroup = (a: ExcalidrawElement, b: ExcalidrawElement): boolean =>
  a.groupIds.some(id => b.groupIds.includes(id))

/** Whether a box is the text's alone: neither of them is grouped with something, and nothing else lies on it. */
function standsAlone(box: ExcalidrawElement, text: ExcalidrawElement, elements: readonly ExcalidrawElement[]): boolean {
  if (box.groupIds.length > 0 || text.groupIds.length > 0) return false
  return !elements.some(one => one !== box && one !== text && !isArrow(one) && contains(boxOf(box), centreOf(one)))
}
