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
