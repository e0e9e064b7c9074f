import type { Box } from '../geometry/box.ts'

/** Papers a wall is printed on, mm, longer side first. */
const sizes = { a0: [1189, 841], a1: [841, 594], a3: [420, 297], a4: [297, 210], letter: [279.4, 215.9] } as const
export type SheetName = keyof typeof sizes
export const sheetNames: Readonly<Record<SheetName, string>> = {
  a0: 'A0, one sheet',
  a1: 'A1, one sheet',
  a3: 'A3, glued',
  a4: 'A4, glued',
  letter: 'Letter, glued',
}
/** One sheet takes the whole wall. */
export const largePaper = (paper: SheetName): boolean => paper === 'a0' || paper === 'a1'

/** mm around the picture that no printer needs to reach; on glued sheets it is cut off. */
const bleed = 8
/** mm a px of the board gets on glued sheets: a note is 67 mm wide, read at arm's length. */
const perPx = 0.4

interface Tile extends Box {
  /** B2: second column, second row. */
  name: string
}
export interface SheetPlan {
  /** mm. */
  sheet: { w: number; h: number }
  bleed: number
  columns: number
  rows: number
  /** What each sheet shows, board px, row by row. */
  tiles: Tile[]
}

/** How a wall of this box is laid out on a paper: turned the way that needs fewer sheets. */
export function tilesFor(paper: SheetName, box: Box): SheetPlan {
  const [long, short] = sizes[paper]
  if (largePaper(paper)) {
    const sheet = box.w >= box.h ? { w: long, h: short } : { w: short, h: long }
    return { sheet, bleed, columns: 1, rows: 1, tiles: [{ ...box, name: 'The wall' }] }
  }
  const plans = [
    [long, short],
    [short, long],
  ].map(([w = long, h = short]) => {
    const [across, down] = [(w - 2 * bleed) / perPx, (h - 2 * bleed) / perPx]
    return { w, h, across, down, columns: Math.ceil(box.w / across), rows: Math.ceil(box.h / down) }
  })
  const best = plans.reduce((a, b) => (b.columns * b.rows < a.columns * a.rows ? b : a))
  const tiles: Tile[] = []
  for (let row = 0; row < best.rows; row++)
    for (let column = 0; column < best.columns; column++)
      tiles.push({
        x: box.x + column * best.across,
        y: box.y + row * best.down,
        w: best.across,
        h: best.down,
        name: `${columnName(column)}${row + 1}`,
      })
  return { sheet: { w: best.w, h: best.h }, bleed, columns: best.columns, rows: best.rows, tiles }
}

/** A, B, … Z, AA, AB, as in spreadsheets. */
const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
