import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, intersects } from '#lib/geometry/box.ts'
import { routeLink } from '#lib/geometry/route.ts'
import { routeAround, runsBehind } from '#lib/geometry/route-around.ts'

const note = (x: number, y: number): Box => ({ x, y, w: 168, h: 112 })
const stamp = { w: 64, h: 28 }
const auto = ['auto', 'auto'] as const

test('a link with nothing in its way runs as directly as before', () => {
  const [from, to] = [note(0, 0), note(300, 0)]
  expect(routeAround(from, to, auto, [note(900, 900)], stamp).points).toEqual(routeLink(from, to).points)
})

test('a link runs around a note in its way, by sides of its own, with few bends', () => {
  // The coffee board: an order is taken below a complaint that hangs between.
  const [orders, takes, complaint] = [note(0, 0), note(200, 350), note(200, 125)]
  expect(runsBehind(routeLink(orders, takes).points, [complaint])).toBe(true)
  const route = routeAround(orders, takes, auto, [complaint], stamp)
  expect(runsBehind(route.points, [complaint])).toBe(false)
  expect(route.sides).toEqual(['bottom', 'left'])
  expect(route.points).toHaveLength(3)
})

test('sides that somebody chose are kept', () => {
  const route = routeAround(note(0, 0), note(200, 350), ['right', 'top'], [note(200, 125)], stamp)
  expect(route.sides).toEqual(['right', 'top'])
  expect(runsBehind(route.points, [note(200, 125)])).toBe(false)
})

test('the label lies where it covers no note', () => {
  const others = [note(260, -60)]
  const route = routeAround(note(0, 0), note(700, 0), auto, others, stamp)
  const room = { x: route.label.x - 32, y: route.label.y - 14, ...stamp }
  expect([...others, note(0, 0), note(700, 0)].some(box => intersects(box, room))).toBe(false)
})

test('where no way is clear the link still runs from edge to edge', () => {
  const [from, to] = [note(0, 0), note(400, 0)]
  const ring = [note(-180, 0), note(180, 0), note(0, -125), note(0, 125)]
  const route = routeAround(from, to, auto, ring, stamp)
  expect(route.points.length).toBeGreaterThan(1)
})

test('whatever lies around, a way has level and upright pieces only and is clear or the direct one', () => {
  const grid = fc.record({ x: fc.integer({ min: -5, max: 5 }), y: fc.integer({ min: -5, max: 5 }) })
  fc.assert(
    fc.property(grid, grid, fc.array(grid, { maxLength: 25 }), (a, b, more) => {
      const at = ({ x, y }: { x: number; y: number }) => note(x * 200, y * 150)
      const [from, to] = [at(a), at(b)]
      if (intersects(from, to)) return
      const others = more.map(at).filter(box => !intersects(box, from) && !intersects(box, to))
      const { points } = routeAround(from, to, auto, others, stamp)
      for (const [index, point] of points.entries()) {
        const last = points[index - 1]
        if (last) expect(point.x === last.x || point.y === last.y).toBe(true)
      }
      expect(runsBehind(points, others) && points.join() !== routeLink(from, to).points.join()).toBe(false)
    }),
    { seed: 7, numRuns: 300 },
  )
})
