import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, intersects } from '#lib/geometry/box.ts'
import { routeLink, type SideChoice } from '#lib/geometry/route.ts'
import { courseAround, runsBehind } from '#lib/geometry/route-around.ts'
import { routesOf } from '#lib/geometry/routes.ts'

const note = (x: number, y: number): Box => ({ x, y, w: 168, h: 112 })
const auto = ['auto', 'auto'] as const
const routeAround = (from: Box, to: Box, [leaves, enters]: readonly [SideChoice, SideChoice], others: readonly Box[]) =>
  courseAround({ box: from, side: leaves }, { box: to, side: enters }, () => others)

test('a link with nothing in its way runs as directly as before', () => {
  const [from, to] = [note(0, 0), note(300, 0)]
  expect(routeAround(from, to, auto, [note(900, 900)]).points).toEqual(routeLink(from, to).points)
})

test('a link runs around a note in its way, by sides of its own, with few bends', () => {
  // The coffee board: an order is taken below a complaint that hangs between.
  const [orders, takes, complaint] = [note(0, 0), note(200, 350), note(200, 125)]
  expect(runsBehind(routeLink(orders, takes).points, [complaint])).toBe(true)
  const route = routeAround(orders, takes, auto, [complaint])
  expect(runsBehind(route.points, [complaint])).toBe(false)
  expect(route.sides).toEqual(['bottom', 'left'])
  expect(route.points).toHaveLength(3)
})

test('sides that somebody chose are kept', () => {
  const route = routeAround(note(0, 0), note(200, 350), ['right', 'top'], [note(200, 125)])
  expect(route.sides).toEqual(['right', 'top'])
  expect(runsBehind(route.points, [note(200, 125)])).toBe(false)
})

test('the label lies where it covers no note', () => {
  const boxes = new Map([note(0, 0), note(700, 0), note(260, -60)].map((box, at) => [`${at}`, box]))
  const label = routesOf(boxes, [{ id: 'link', from: '0', to: '1', text: '', sides: auto }]).get('link')?.label
  const room = label && { x: label.x - 32, y: label.y - 14, w: 64, h: 28 }
  expect(room && [...boxes.values()].some(box => intersects(box, room))).toBe(false)
})

test('where no way is clear the link still runs from edge to edge', () => {
  const [from, to] = [note(0, 0), note(400, 0)]
  const ring = [note(-180, 0), note(180, 0), note(0, -125), note(0, 125)]
  const route = routeAround(from, to, auto, ring)
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
      const { points } = routeAround(from, to, auto, others)
      for (const [index, point] of points.entries()) {
        const last = points[index - 1]
        if (last) expect(point.x === last.x || point.y === last.y).toBe(true)
      }
      expect(runsBehind(points, others) && points.join() !== routeLink(from, to).points.join()).toBe(false)
    }),
    { seed: 7, numRuns: 300 },
  )
})
