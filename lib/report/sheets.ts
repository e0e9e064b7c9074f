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
/** Whether one sheet holds the whole wall. */
export const largePaper = (paper: SheetName): boolean => paper === 'a0' || paper === 'a1'

/**
 * mm around the picture that printers may not reach; on glued sheets the margin is cut off where the next sheet
 * overlaps.
 */
const bleed = 8
/** mm of the next sheet's picture that a glued sheet repeats: the overlap for gluing. */
const overlap = 10
/** mm for each board px on glued sheets: a note is 57 to 67 mm wide, readable at arm's length. */
const perPx = { least: 0.34, most: 0.4 } as const

export interface PrintTile extends Box {
  /** B2: second column, second row. */
  name: string
  /** mm of its neighbours' pictures at its right and lower edge, to glue them on; 0 at the edges of the wall. */
  glue: { right: number; below: number }
}
export interface SheetPlan {
  /** mm. */
  sheet: { w: number; h: number }
  bleed: number
  /** mm for each px; null: as large as fits. */
  scale: number | null
  columns: number
  rows: number
  /** What each sheet shows, board px, row by row, without what overlaps. */
  tiles: PrintTile[]
}

interface Layout {
  sheet: SheetPlan['sheet']
  scale: number
  columns: number
  rows: number
}

/**
 * Returns how a wall of this box is divided onto a paper: the orientation and scale with the fewest sheets, which share
 * the wall equally.
 */
export function tilesFor(paper: SheetName, box: Box): SheetPlan {
  const [long, short] = sizes[paper]
  if (largePaper(paper)) {
    const sheet = box.w >= box.h ? { w: long, h: short } : { w: short, h: long }
    const tile = { ...box, name: 'The wall', glue: { right: 0, below: 0 } }
    return { sheet, bleed, scale: null, columns: 1, rows: 1, tiles: [tile] }
  }
  const layouts = [...layoutsOn({ w: long, h: short }, box), ...layoutsOn({ w: short, h: long }, box)]
  const { sheet, scale, columns, rows } = layouts.reduce((a, b) => (isBetter(b, a) ? b : a))
  const [w, h] = [box.w / columns, box.h / rows]
  const tiles: PrintTile[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      tiles.push({
        x: box.x + column * w,
        y: box.y + row * h,
        w,
        h,
        name: `${columnName(column)}${row + 1}`,
        glue: { right: column < columns - 1 ? overlap : 0, below: row < rows - 1 ? overlap : 0 },
      })
  return { sheet, bleed, scale, columns, rows, tiles }
}

/** Returns layouts at full size, and at each smaller size that saves a column or a row of sheets. */
function layoutsOn(sheet: Layout['sheet'], box: Box): Layout[] {
  const [across, down] = [sheet.w - 2 * bleed - overlap, sheet.h - 2 * bleed - overlap]
  const fitting = [
    [across, box.w],
    [down, box.h],
  ].map(([room = 1, px = 1]) => (Math.max(1, Math.floor((px * perPx.most) / room)) * room) / px)
  const enough = 1e-9
  return [perPx.most, ...fitting.filter(scale => scale >= perPx.least && scale < perPx.most)].map(scale => ({
    sheet,
    scale,
    columns: Math.max(1, Math.ceil((box.w * scale) / across - enough)),
    rows: Math.max(1, Math.ceil((box.h * scale) / down - enough)),
  }))
}

const isBetter = (a: Layout, b: Layout): boolean => {
  const fewer = b.columns * b.rows - a.columns * a.rows
  return fewer === 0 ? a.scale > b.scale : fewer > 0
}

/** A, B, … Z, AA, AB, as in spreadsheets. */
const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
