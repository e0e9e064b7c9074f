import { expect, test } from 'vitest'
import { undecidedOf } from '#lib/method/actions.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall } from '#tests/drivers/wall.ts'

test('every Eliminate and Improve is an action: open ones by due date, what is done behind', () => {
  const { board } = buildWall({
    lanes: { customer: 'customer', desk: 'front-stage' },
    notes: {
      a: ['customer', { verdict: 'keep' }],
      b: [
        'desk',
        { verdict: 'improve', due: '2026-03-01', crown: { cost: { way: 'down' }, revenue: { way: 'down' } } },
      ],
      c: ['desk', { verdict: 'eliminate', progress: 'done', due: '2026-01-01' }],
      d: ['desk', { verdict: 'improve' }],
    },
    links: [['a>b', { verdict: 'eliminate', due: '2026-02-01', crown: { experience: { way: 'up' } } }], 'b>c', 'd>a'],
  })
  const asIs = analysisOf(board, 'as-is')
  const actions = asIs.actions()
  expect(actions.map(({ target }) => target.id)).toEqual(['a>b', 'b', 'd', 'c'])
  expect(actions.map(({ code }) => code)).toEqual(['M2', null, null, null])
  expect(actions.map(({ impact }) => impact)).toEqual([1, 0, 0, 0])
  expect(undecidedOf(asIs)).toEqual([{ root: 'links', id: 'd>a' }])
})
