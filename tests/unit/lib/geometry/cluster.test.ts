import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, intersects } from '#lib/geometry/box.ts'
import { freePlace, inCluster } from '#lib/geometry/cluster.ts'

const size = { w: 168, h: 112 }
const box = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  w: fc.integer({ min: 48, max: 600 }),
  h: fc.integer({ min: 32, max: 600 }),
})

test('notes of a cluster lie beside each other, in a block that is wider than high', () => {
  const { places, w, h } = inCluster(Array.from({ length: 12 }, () => size))
  const boxes: Box[] = places.map(place => ({ ...place, ...size }))
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(intersects(a, b)).toBe(false)
  expect(w).toBeGreaterThan(h)
  expect(Math.max(...boxes.map(one => one.x + one.w))).toBe(w)
  expect(Math.max(...boxes.map(one => one.y + one.h))).toBe(h)
})

test('a cluster covers nothing that is there and stays under the lanes', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), box, fc.integer({ min: -500, max: 500 }), (taken, wish, top) => {
      const cluster = { w: 500, h: 300 }
      const at = freePlace(cluster, wish, taken, top)
      expect(at.y).toBeGreaterThanOrEqual(top)
      for (const there of taken) expect(intersects(there, { ...at, ...cluster })).toBe(false)
    }),
  )
})

test('with room there a cluster goes where it is wished', () => {
  expect(freePlace({ w: 100, h: 100 }, { x: 300, y: 300 }, [], Number.NEGATIVE_INFINITY)).toEqual({ x: 250, y: 250 })
})
