import { expect, test } from 'vitest'
import { scalesFor } from '#components/library/draw-png.ts'

test('a picture that every browser draws is tried once, as it was asked for', () => {
  expect(scalesFor(800, 600, 2)).toEqual([2])
})

test('a large picture is tried again at what an iPad draws, and at less', () => {
  const scales = scalesFor(4_000, 1_000, 4)
  expect(scales.map(scale => Math.round(4_000_000 * scale ** 2))).toEqual([64_000_000, 16_777_216, 4_194_304])
})

test('no side is longer than browsers draw', () => {
  expect(Math.max(...scalesFor(40_000, 500, 4)) * 40_000).toBeLessThanOrEqual(16_000)
})
