import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { comparedFigures, comparedMore, moreFiguresOf } from '#lib/report/figures.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const wall = (fields: Record<string, unknown> = {}) => {
  const { board } = buildWall({
    lanes: { guest: 'customer', desk: 'front-stage' },
    notes: { ask: 'guest', do: ['desk', { verdict: 'eliminate', ...fields }], have: ['guest', { kind: 'outcome' }] },
    links: ['ask>do', 'do>have'],
  })
  return [moreFiguresOf(analysisOf(board, 'as-is')), moreFiguresOf(analysisOf(board, 'to-be'))] as const
}

test('what nobody stated is left out, and points are always there', () => {
  expect(comparedMore(...wall()).map(({ key }) => key)).toEqual(['points', 'rty', 'outside-in'])
})

test('what is known of one view alone is no change; less is better for points, time and cost', () => {
  const figures = Object.fromEntries(comparedMore(...wall({ processing: 5, cost: 2 })).map(one => [one.key, one]))
  expect(figures.lead).toMatchObject({ before: 5, after: 0, better: true })
  expect(figures.cost).toMatchObject({ before: 2, after: 0, better: true })
  expect(figures.activity).toMatchObject({ before: 1, after: null, better: null })
  expect(figures.points).toMatchObject({ before: 2, after: 0, better: true })
})

test('cards and the panel say the same numbers, and the assumption is told', () => {
  const both = wall({ processing: 5 })
  const more = new Map(comparedMore(...both).map(one => [one.key, one]))
  for (const { key, before, after, better, note } of comparedFigures(...both))
    expect(more.get(key)).toMatchObject({ before, after, better, note })
  expect(more.get('rty')?.note).toBe('2 steps assumed at 95% first time right')
})

test('where every rate is an assumption nothing is told as a fact, and fewer steps are no improvement', () => {
  const rty = comparedFigures(...wall()).find(one => one.key === 'rty')
  expect(rty).toMatchObject({ before: 0.95 ** 2, after: 0.95, better: null, basis: { before: { is: 'assumed' } } })
  expect(rty?.basis.before.words).toBe('assumed: nobody stated a rate, 2 steps assumed at 95% first time right')
  const partly = comparedFigures(...wall({ firstTimeRight: 0.5 })).find(one => one.key === 'rty')
  expect(partly).toMatchObject({ better: true, basis: { before: { is: 'partly' }, after: { is: 'assumed' } } })
})

test('times and costs say at how many steps they are stated', () => {
  const figures = new Map(comparedFigures(...wall({ processing: 5, cost: 2 })).map(one => [one.key, one]))
  expect(figures.get('lead')?.basis.before.words).toBe('stated at 1 of 2 steps, the rest counted as nothing')
  expect(figures.get('cost')?.note).toBe('1 step counted as nothing')
})

test('an amount is told in the currency of its workspace, and without one as a number', () => {
  const cost = (currency: string | null) =>
    comparedFigures(...wall({ cost: 2.5 }), currency)
      .filter(one => one.key === 'cost')
      .map(one => one.says(1234.5))
  expect(cost('EUR')).toEqual(['€1,234.50'])
  expect(cost('JPY')).toEqual(['¥1,235'])
  expect(cost(null)).toEqual(['1,234.5'])
})
