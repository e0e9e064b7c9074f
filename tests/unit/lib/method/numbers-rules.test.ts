import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const numbers = (plan: WallPlan) => {
  const { board } = buildWall({ lanes: { customer: 'customer', desk: 'front-stage' }, ...plan })
  return analysisOf(board, 'as-is').numbers()
}
const takes = (lane: string, processing: number, more: object = {}): WallPlan['notes'][string] => [
  lane,
  { processing, ...more },
]

test('cases enter at the customers’ notes that lead somewhere, else at any start; their lead times are averaged', () => {
  const end: WallPlan['notes'] = { end: ['desk', { kind: 'outcome' }] }
  expect(
    numbers({ notes: { a: takes('customer', 10), b: takes('desk', 4), ...end }, links: ['a>end', 'b>end'] }).lead,
  ).toBe(10)
  expect(
    numbers({ notes: { a: takes('desk', 10), b: takes('desk', 4), ...end }, links: ['a>end', 'b>end'] }).lead,
  ).toBe(7)
  const alone: WallPlan['notes'] = { alone: takes('customer', 90), b: takes('desk', 4), ...end }
  expect(numbers({ notes: alone, links: ['b>end'] }).lead, 'one that leads nowhere').toBe(4)
  const two = (first: object, second: object) =>
    numbers({
      notes: { a: takes('customer', 10, first), b: takes('customer', 4, second), ...end },
      links: ['a>end', 'b>end'],
    }).lead
  expect(two({ volume: 100 }, { volume: 200 }), 'by their volumes').toBe(6)
  expect(two({ volume: 100 }, {}), 'where one has none, alike').toBe(7)
})

test('cases of a month are those of the starts together, else the most that come anywhere', () => {
  const volume = (a: object, b: object, c: object) =>
    numbers({
      notes: { a: ['customer', { ...a }], b: ['customer', { ...b }], c: ['desk', { ...c, cost: 2 }] },
      links: ['a>c', 'b>c'],
    })
  expect(volume({ volume: 5 }, { volume: 7 }, { volume: 90 })).toMatchObject({ volume: 12, costPerMonth: 24 })
  expect(volume({ volume: 5 }, {}, { volume: 90 })).toMatchObject({ volume: 5 })
  expect(volume({}, {}, { volume: 90 })).toMatchObject({ volume: 90 })
  expect(volume({}, {}, {})).toMatchObject({ volume: null, costPerMonth: null, activityRatio: null })
})

test('an empty wall takes no time, costs nothing, and nothing is known of it', () => {
  expect(numbers({ notes: {} })).toMatchObject({
    ...{ lead: 0, processing: 0, work: 0, cost: 0, volume: null, costPerMonth: null, activityRatio: null },
    ...{ loops: [], endless: [], missing: { steps: 0, times: 0, costs: 0, rates: 0, shares: 0 } },
  })
})

test('what is missing is counted on the steps of the way: times, costs, rates, and shares that were assumed', () => {
  const { missing } = numbers({
    notes: {
      a: ['customer', { waiting: 3 }],
      b: ['desk', { cost: 1, kind: 'decision' }],
      c: ['desk', { cost: 1, firstTimeRight: 1 }],
      d: ['desk', { processing: 0 }],
      x: 'desk',
    },
    links: ['a>b', 'b>c', 'b>d'],
  })
  expect(missing).toEqual({ steps: 3, times: 1, costs: 2, rates: 2, shares: 1 })
})

test('a loop that all take again counts as one pass, one without a share as none', () => {
  const loops = (share: object) =>
    numbers({
      notes: { s: 'desk', a: 'desk', b: 'desk', c: 'desk' },
      links: ['s>a', 'a>b', ['b>a', { ...share }], 'b>c'],
    }).loops
  expect(loops({ share: 1 })).toEqual([{ linkId: 'b>a', share: 1, passes: 1 }])
  expect(loops({})).toEqual([{ linkId: 'b>a', share: null, passes: 1 }])
  expect(loops({ share: 0.75 })).toEqual([{ linkId: 'b>a', share: 0.75, passes: 4 }])
})

test('steps and minutes are shared out by what they are worth', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { value: 'va', processing: 3 }],
      b: [null, { value: 'va', processing: 4 }],
      c: [null, { value: 'nnva' }],
      d: [null, { value: 'nva', processing: 5 }],
      e: [null, { processing: 6 }],
      q: [null, { kind: 'decision', value: 'va', processing: 9 }],
    },
  })
  expect(analysisOf(board, 'as-is').values()).toEqual({
    steps: { va: 2, nnva: 1, nva: 1, unsaid: 1 },
    minutes: { va: 7, nnva: 0, nva: 5, unsaid: 6 },
  })
})

const rated = (firstTimeRight: number | null): WallPlan['notes'][string] => [null, { firstTimeRight }]

test('the weakest five are those whose rate was stated, the lowest first, and by their ids; what is always right is none', () => {
  const weakest = (rates: Record<string, number | null>) => {
    const notes = Object.fromEntries(Object.entries(rates).map(([id, firstTimeRight]) => [id, rated(firstTimeRight)]))
    const ids = Object.keys(rates)
    const { board } = buildWall({ notes, links: ids.slice(1).map((id, i) => `${ids[i]}>${id}`) })
    return analysisOf(board, 'as-is')
      .weakest()
      .map(({ note, rate, stated }) => `${note.note.id} ${rate}${stated ? '' : ' assumed'}`)
  }
  expect(weakest({ c: 0.9, b: 0.9, a: null, d: 0.99, e: 1 })).toEqual(['b 0.9', 'c 0.9', 'd 0.99', 'a 0.95 assumed'])
  expect(weakest({ a: 0.9, b: 0.8, c: 0.7, d: 0.6, e: 0.5, f: 0.4, g: 0.85 })).toEqual([
    ...['f 0.4', 'e 0.5', 'd 0.6', 'c 0.7', 'b 0.8'],
  ])
})
