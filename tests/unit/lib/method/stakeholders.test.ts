import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const wall = (links: string[]) =>
  buildWall({
    lanes: { Guest: 'customer', Waiter: 'front-stage', Roaster: 'supplier' },
    notes: {
      order: 'Guest',
      make: 'Waiter',
      pay: 'Waiter',
      enjoyed: ['Guest', { kind: 'outcome' }],
      paid: ['Roaster', { kind: 'outcome' }],
    },
    links,
    outcomes: {
      main: { promise: 'You drink it within 4 minutes of ordering.' },
      roaster: { stakeholder: ' roaster ', promise: 'We pay fast.' },
      city: { stakeholder: 'The city' },
    },
  }).board

test('each stakeholder has the steps that lead to the outcome in their lane, and the first one is the customer', () => {
  const board = wall(['order>make', 'make>enjoyed', 'make>pay', 'pay>paid'])
  expect(
    analysisOf(board, 'as-is')
      .stakeholders()
      .map(({ name, serving, steps }) => [name, serving, steps]),
  ).toEqual([
    ['The customer', 2, 3],
    ['roaster', 3, 3],
    ['The city', null, 3],
  ])
})

test('what a promise lacks to be measured is said of each', () => {
  const lacks = analysisOf(wall([]), 'as-is')
    .stakeholders()
    .map(one => one.lacks)
  expect(lacks).toEqual([[], ['“fast” measures nothing', 'no number in it', 'no time in it'], ['no promise yet']])
})
