import { expect, test } from 'vitest'
import { type SheetName, sheetNames, tilesFor } from '#lib/report/sheets.ts'

const wall = { x: -56, y: 0, w: 6_000, h: 1_500 }

test.each(Object.keys(sheetNames) as SheetName[])('%s shows every px of the wall, once', paper => {
  const { tiles, columns, rows } = tilesFor(paper, wall)
  expect(tiles).toHaveLength(columns * rows)
  const right = Math.max(...tiles.map(tile => tile.x + tile.w))
  const bottom = Math.max(...tiles.map(tile => tile.y + tile.h))
  expect(right).toBeGreaterThanOrEqual(wall.x + wall.w)
  expect(bottom).toBeGreaterThanOrEqual(wall.y + wall.h)
  for (const tile of tiles)
    for (const other of tiles)
      if (tile !== other) {
        const apart =
          tile.x + tile.w <= other.x + 0.01 ||
          other.x + other.w <= tile.x + 0.01 ||
          tile.y + tile.h <= other.y + 0.01 ||
          other.y + other.h <= tile.y + 0.01
        expect(apart).toBe(true)
      }
})

test('a high wall is printed on upright sheets', () => {
  const { sheet } = tilesFor('a0', { x: 0, y: 0, w: 800, h: 2_000 })
  expect(sheet.h).toBeGreaterThan(sheet.w)
})

const walls = [
  { x: 0, y: 0, w: 6_000, h: 1_500 },
  // A strip of four centimetres more than two sheets of A4 across, or down.
  { x: 0, y: 0, w: 1_355 + 100, h: 400 },
  { x: 0, y: 0, w: 400, h: 1_355 + 100 },
  { x: -56, y: -900, w: 24_000, h: 3_210 },
  { x: 0, y: 0, w: 900, h: 480 },
]
test.each(walls)('no glued sheet holds a strip only, and neighbours overlap to glue on: %o', wall => {
  for (const paper of ['a3', 'a4', 'letter'] as const) {
    const { tiles, sheet, bleed, scale, columns, rows } = tilesFor(paper, wall)
    if (scale === null) throw new Error('glued sheets have a scale')
    expect(scale).toBeGreaterThanOrEqual(0.34)
    for (const { w, h, x, y, glue } of tiles) {
      // All sheets hold the same part of the wall, and it fits with what is glued on.
      expect([w, h]).toEqual([wall.w / columns, wall.h / rows])
      expect(w * scale + glue.right).toBeLessThanOrEqual(sheet.w - 2 * bleed + 1e-6)
      expect(h * scale + glue.below).toBeLessThanOrEqual(sheet.h - 2 * bleed + 1e-6)
      expect(glue.right > 0).toBe(x + w < wall.x + wall.w - 1e-6)
      expect(glue.below > 0).toBe(y + h < wall.y + wall.h - 1e-6)
    }
  }
})

test('a wall that is a strip too wide for two sheets is printed a little smaller on two', () => {
  // Two sheets across take 2 × 271 mm of 297: at 0.4 mm a px that is 1,355 px.
  const { columns, rows, scale } = tilesFor('a4', { x: 0, y: 0, w: 1_455, h: 400 })
  expect([columns, rows]).toEqual([2, 1])
  expect(scale).toBeCloseTo((2 * 271) / 1_455, 9)
})
