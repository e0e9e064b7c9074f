import { expect, test } from 'vitest'
import { buildFlow } from '#lib/method/graph.ts'
import { project } from '#lib/method/projection.ts'
import { readingOrder } from '#lib/method/reading-order.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

function order(plan: WallPlan): string[] {
  const wall = project(buildWall(plan).board, 'as-is')
  return [...readingOrder(wall, buildFlow(wall))].sort((a, b) => a[1] - b[1]).map(([id]) => id)
}
const at = (x: number, y = 0): WallPlan['notes'][string] => [null, { pos: [x, y] }]

test('without links the wall is read from left to right, from top to bottom, and by the ids where notes lie on another', () => {
  expect(order({ notes: { d: at(9), c: at(5, 7), b: at(5, 3), a: at(5, 3), e: at(1, 99) } })).toEqual([
    ...['e', 'a', 'b', 'c', 'd'],
  ])
  expect(order({ notes: { a: at(5, 3), b: at(5, 3), c: at(5, 1) } })).toEqual(['c', 'a', 'b'])
})

// 17 and 7 have no factor with 31: every place from 0 to 30 once, in an order of no order.
test.each([1, 7, 12, 17, 30])('however many there are, in whatever order they were made (%s)', step => {
  const notes = Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`n${(i * step) % 31}`, at((i * step) % 31)]))
  expect(order({ notes })).toEqual(Array.from({ length: 31 }, (_, i) => `n${i}`))
})

test('the flow goes before the place: what follows is read after all that leads to it', () => {
  const notes = { right: at(900), left: at(0), middle: at(500), alone: at(600) }
  expect(order({ notes, links: ['right>left', 'middle>left'] })).toEqual(['middle', 'alone', 'right', 'left'])
})

test('rework and links of a note to itself are not waited for', () => {
  expect(order({ notes: { a: at(0), b: at(10), c: at(20) }, links: ['a>b', 'b>c', 'c>a', 'b>b'] })).toEqual([
    ...['a', 'b', 'c'],
  ])
})
