import { expect, test } from 'vitest'
import { placeLabels } from '#components/method/on-wall/place-labels.ts'

const label = (id: string, x: number, feeling: number, always = false) => ({
  stop: { id, x, feeling },
  text: `${id} ${feeling}`,
  always,
})
const sides = (...labels: ReturnType<typeof label>[]) =>
  Object.fromEntries(placeLabels(labels).map(({ stop, anchor }) => [stop.id, anchor]))

test('a label stands at the right of its stop, and at the left where another one stands on the right', () => {
  expect(sides(label('M1', 0, -1), label('M2', 300, -1))).toEqual({ M1: 'start', M2: 'start' })
  expect(sides(label('M1', 0, -1, true), label('M2', -30, -1))).toEqual({ M1: 'start', M2: 'end' })
})

test('bad stops have their labels below and the others above, out of each other’s way', () => {
  expect(sides(label('M1', 0, -1), label('M2', 10, 1))).toEqual({ M1: 'start', M2: 'start' })
})

test('the peak and the end are always written; what has no room beside them is not', () => {
  const crowd = [1, 2, 3, 4].map(n => label(`M${n}`, n * 10, -2, n === 4))
  expect(sides(...crowd)).toEqual({ M1: 'end', M4: 'start' })
  expect(Object.keys(sides(...crowd.map(one => ({ ...one, always: true }))))).toHaveLength(4)
})
