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
