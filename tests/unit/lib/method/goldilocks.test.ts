import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const goldilocks = (plan: WallPlan) => analysisOf(buildWall(plan).board, 'as-is').goldilocks()

test('steps are counted by how flexible they are, with those that know exceptions and those of which it is not said', () => {
  const { scale, unsaid, exceptions } = goldilocks({
    notes: {
      b: [null, { flexibility: 1, exceptions: 'Foreign cars' }],
      a: [null, { flexibility: 1, exceptions: 'Vans' }],
      rigid: [null, { flexibility: 1, exceptions: ' ' }],
      free: [null, { flexibility: 5, exceptions: 'Any' }],
      unsaid: [null, { exceptions: 'Some' }],
      nothing: null,
      choice: [null, { kind: 'decision', flexibility: 2 }],
      outcome: [null, { kind: 'outcome', flexibility: 2, exceptions: 'Is no work' }],
    },
  })
  expect(scale).toEqual([
    { value: 1, steps: 3, withExceptions: 2 },
    { value: 2, steps: 1, withExceptions: 0 },
    { value: 3, steps: 0, withExceptions: 0 },
    { value: 4, steps: 0, withExceptions: 0 },
    { value: 5, steps: 1, withExceptions: 1 },
  ])
  expect(unsaid).toBe(2)
  expect(
    exceptions.map(({ id }) => id),
    'the most rigid first, then by their ids',
  ).toEqual(['a', 'b', 'unsaid', 'free'])
})

test('a step of which nobody says how flexible it is stands among those in the middle', () => {
  const odd = (flexibility?: number): WallPlan['notes'][string] => [
    null,
    { exceptions: 'Some', ...(flexibility ? { flexibility } : {}) },
  ]
  const { exceptions } = goldilocks({ notes: { c: odd(4), b: odd(), a: odd(3), d: odd(2) } })
  expect(exceptions.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c'])
})

test('loops of rework are named with their cause, on links and on notes; those that were dismissed are left out', () => {
  const { rework } = goldilocks({
    notes: { a: null, b: null, c: [null, { rework: { state: 'confirmed' }, cause: 'The form' }] },
    links: ['a>b', ['b>a', { text: 'again' }], 'b>c', ['c>b', { rework: { state: 'dismissed' } }]],
  })
  expect(rework).toEqual([
    { target: { root: 'links', id: 'b>a' }, label: 'b → a (again)', cause: null },
    { target: { root: 'notes', id: 'c' }, label: 'c', cause: 'The form' },
  ])
})
