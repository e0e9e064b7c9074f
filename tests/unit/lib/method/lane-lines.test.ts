import { expect, test } from 'vitest'
import type { Lane } from '#lib/board/snapshot.ts'
import { linesBetween } from '#lib/method/lane-lines.ts'
import { buildWall } from '#tests/drivers/wall.ts'

/** Lanes are 240 px high, from 0 downwards; the customers’ stand on top. */
test.each<[actors: Lane['actor'][], interaction: number | null, visibility: number | null]>([
  [['customer', 'front-stage', 'back-stage'], 240, 480],
  [['customer', 'customer', 'front-stage', 'back-stage', 'front-stage', 'supplier'], 480, 1200],
  [['customer', 'front-stage'], 240, null],
  [['customer', 'back-stage'], 240, null],
  [['front-stage', 'back-stage'], null, 240],
  [['back-stage', 'front-stage'], null, null],
  [['back-stage', 'customer'], 240, null],
  [['customer'], null, null],
  [['customer', 'customer'], null, null],
  [[], null, null],
])('between %s the line of interaction is at %s, the line of visibility at %s', (actors, interaction, visibility) => {
  const lanes = Object.fromEntries(actors.map((actor, index) => [`lane${index}`, actor]))
  expect(linesBetween(buildWall({ lanes, notes: {} }).board.lanes)).toEqual({ interaction, visibility })
})
