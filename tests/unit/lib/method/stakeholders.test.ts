import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { stakeholderName } from '#lib/method/stakeholders.ts'
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

test('a second kind of customer with a lane and an outcome of their own has theirs alone', () => {
  const { board } = buildWall({
    lanes: { Guest: 'customer', Host: 'customer', Waiter: 'front-stage' },
    notes: {
      order: 'Guest',
      book: 'Host',
      enjoyed: ['Guest', { kind: 'outcome' }],
      proud: ['Host', { kind: 'outcome' }],
      loose: [null, { kind: 'outcome' }],
    },
    links: ['order>enjoyed', 'book>proud'],
    outcomes: { main: {}, host: { stakeholder: 'HOST ' } },
  })
  const serving = () =>
    analysisOf(board, 'as-is')
      .stakeholders()
      .map(one => [one.name, one.serving])
  expect(serving()).toEqual([
    ['The customer', 1],
    ['HOST', 1],
  ])
})

test('who has no name is numbered, but the first, who is the customer', () => {
  const names = [{ stakeholder: ' ' }, { stakeholder: '' }, { stakeholder: ' City ' }].map(stakeholderName)
  expect(names).toEqual(['The customer', 'Stakeholder 2', 'City'])
})

test('a promise lacks each thing once, and what is not asked of a promise is not said', () => {
  const lacks = (promise: string) => {
    const { board } = buildWall({ notes: {}, outcomes: { main: { promise } } })
    return analysisOf(board, 'as-is').stakeholders()[0]?.lacks
  }
  expect(lacks(' ')).toEqual(['no promise yet'])
  expect(lacks('fast and fast, within 2 days')).toEqual(['“fast” measures nothing'])
  expect(lacks('Guaranteed satisfied')).toEqual(['“satisfied” measures nothing', 'no number in it', 'no time in it'])
  expect(lacks('You get 80% of your money back')).toEqual(['no time in it'])
})

test('a step that people said serves no outcome does not count for one', () => {
  const { board } = buildWall({
    lanes: { Guest: 'customer' },
    notes: { a: 'Guest', b: ['Guest', { orphan: { state: 'confirmed' } }], done: ['Guest', { kind: 'outcome' }] },
    links: ['a>done', 'b>done'],
    outcomes: { main: {} },
  })
  expect(analysisOf(board, 'as-is').stakeholders()).toMatchObject([{ serving: 1, steps: 2 }])
})
