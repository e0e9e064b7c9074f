import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { impactOf } from '#lib/method/crown.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const balance = (plan: WallPlan) => analysisOf(buildWall(plan).board, 'as-is').crown()
const improve = (crown: object | null = null): WallPlan['notes'][string] => [null, { verdict: 'improve', crown }]
const saves = (amount: number) => ({ cost: { way: 'down', amount } })

test('what all verdicts do to each side is counted: better, worse, the same, or not said', () => {
  const { cost, experience, revenue, verdicts } = balance({
    notes: {
      a: improve({ cost: { way: 'down' }, experience: { way: 'up' }, revenue: { way: 'up' } }),
      b: improve({ cost: { way: 'up' }, experience: { way: 'down' }, revenue: { way: 'down' } }),
      c: improve({ cost: { way: 'same' }, experience: { way: 'same' }, revenue: { way: 'same' } }),
      d: improve(),
      kept: [null, { verdict: 'keep', crown: { cost: { way: 'down', amount: 9 } } }],
      open: null,
    },
  })
  expect(verdicts).toBe(4)
  for (const side of [cost, experience, revenue])
    expect(side).toEqual({ better: 1, worse: 1, same: 1, unsaid: 1, amount: null })
})

test('amounts are added, those that go down as less than nothing, whatever their sign; of the same there is none', () => {
  const { cost, revenue } = balance({
    notes: {
      a: improve({ ...saves(5), revenue: { way: 'up', amount: 2 } }),
      b: improve(saves(-3)),
      c: improve({ cost: { way: 'up', amount: 1 }, revenue: { way: 'same', amount: 7 } }),
      d: improve({ cost: { way: 'same', amount: 9 } }),
    },
  })
  expect([cost.amount, revenue.amount]).toEqual([-5 - 3 + 1, 2])
})

test('what is saved at a step and at its hand-off is saved once: of the hand-off counts what goes beyond', () => {
  const at = (handOff: object, from: object | null = saves(4), to: object | null = null) =>
    balance({ notes: { a: improve(from), b: improve(to) }, links: [['a>b', { verdict: 'eliminate', crown: handOff }]] })
  const amountAndTwice = ({ cost, twice }: ReturnType<typeof balance>) => [cost.amount, twice]
  expect(amountAndTwice(at(saves(10)))).toEqual([-10, 1])
  expect(amountAndTwice(at(saves(3)))).toEqual([-4, 1])
  expect(amountAndTwice(at(saves(10), saves(4), saves(2)))).toEqual([-10, 1])
  expect(amountAndTwice(at(saves(10), null, saves(2)))).toEqual([-10, 1])
  expect(amountAndTwice(at(saves(10), null))).toEqual([-10, 0])
  expect(amountAndTwice(at({ cost: { way: 'up', amount: 10 } })), 'one costs, the other saves').toEqual([6, 0])
  expect(amountAndTwice(at({ cost: { way: 'up', amount: 10 } }, { cost: { way: 'up', amount: 4 } }))).toEqual([10, 1])
  expect(amountAndTwice(at({ cost: { way: 'down' } }))).toEqual([-4, 0])
})

test('an amount of nothing is an amount', () => {
  const { cost } = balance({ notes: { a: improve(saves(0)) } })
  expect(cost).toEqual({ better: 1, worse: 0, same: 0, unsaid: 0, amount: 0 })
  const handOff = (amount: number, to: object | null) =>
    balance({
      notes: { a: null, b: improve(to) },
      links: [['a>b', { verdict: 'eliminate', crown: saves(amount) }]],
    })
  expect(handOff(0, null)).toMatchObject({ cost: { amount: 0 }, twice: 0 })
  expect(handOff(0, saves(3))).toMatchObject({ cost: { amount: -3 }, twice: 0 })
  expect(handOff(3, saves(0))).toMatchObject({ cost: { amount: -3 }, twice: 0 })
})

test('steps that are judged, and are not on the wall, count for nothing', () => {
  expect(balance({ notes: { a: [null, { verdict: 'improve', crown: saves(4), place: 'parking' }] } })).toMatchObject({
    verdicts: 0,
    cost: { amount: null },
  })
})

test('a verdict helps by one for each side that gets better, less one for each that gets worse', () => {
  const impact = (cost?: string, experience?: string, revenue?: string) =>
    impactOf({
      crown: Object.fromEntries(
        Object.entries({ cost, experience, revenue }).flatMap(([side, way]) => (way ? [[side, { way }]] : [])),
      ),
    })
  expect(impact('down', 'up', 'up')).toBe(3)
  expect(impact('up', 'down', 'down')).toBe(-3)
  expect(impact('down', 'down')).toBe(0)
  expect(impact('same', 'same', 'up')).toBe(1)
  expect([impact('down'), impact(undefined, 'up'), impact(undefined, undefined, 'down'), impact()]).toEqual([
    1, 1, -1, 0,
  ])
  expect(impactOf({ crown: null })).toBe(0)
})
