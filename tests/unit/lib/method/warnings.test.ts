import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const warn = (plan: WallPlan) => analysisOf(buildWall(plan).board, 'as-is').warnings()
const rules = (plan: WallPlan) => warn(plan).map(({ rule }) => rule)

const good: WallPlan = {
  lanes: { customer: 'customer', desk: 'front-stage' },
  notes: { asks: 'customer', answers: 'desk', has: ['customer', { kind: 'outcome' }] },
  links: ['asks>answers', 'answers>has'],
  outcomes: {
    main: {
      promise: 'You have your money within 5 days of the call.',
      customer: 'Drivers',
      wrongCustomer: 'Garages',
      outcome: 'Paid within 5 days, 1 call.',
    },
  },
}

test('a board with promise, outcome, customer and nothing judged yet gets no warning', () => {
  expect(warn(good)).toEqual([])
})

test('a plain note that nothing leads to or from is left alone', () => {
  expect(rules({ ...good, notes: { ...good.notes, remark: ['desk', { kind: 'plain' }] } })).toEqual([])
})

test.each<[string, Partial<WallPlan> | ((plan: WallPlan) => Partial<WallPlan>)]>([
  ['promise.missing', { outcomes: {} }],
  ['outcome.missing', { outcomes: { main: { promise: 'Paid within 5 days of the call' } } }],
  ['customer.wrong', { outcomes: { main: { promise: 'x', customer: 'Drivers', outcome: 'y' } } }],
  ['words.weasel', { outcomes: { main: { promise: 'Fast payment within 5 days', outcome: 'Paid' } } }],
  ['words.unmeasured', { outcomes: { main: { promise: 'You will have your money', outcome: 'Paid' } } }],
  ['lane.proposed', { lanes: { customer: 'back-stage', desk: 'front-stage' } }],
  ['lane.customer-missing', { lanes: { desk: 'front-stage' }, notes: { answers: 'desk' } }],
  ['lane.inside-out', { notes: { answers: 'desk' } }],
  ['stakeholder.outcome', { lanes: { customer: 'customer', desk: 'front-stage', garage: 'supplier' } }],
  ['rule.unreasoned', { notes: { asks: 'customer', rule: ['desk', { kind: 'business-rule' }] } }],
  ['rework.uncaused', { links: [['answers>asks', { rework: { state: 'confirmed' } }], 'asks>answers', 'answers>has'] }],
  ['flow.shares', { links: [['asks>answers', { share: 0.2 }], ['asks>has', { share: 0.2 }], 'answers>has'] }],
  ['flow.plain', { notes: { asks: ['customer', { kind: 'plain' }], answers: 'desk' }, links: ['asks>answers'] }],
  ['goldilocks.rigid', { notes: { asks: 'customer', a: ['desk', { flexibility: 1, exceptions: 'Foreign cars' }] } }],
  ['verdict.keep-unreasoned', { notes: { asks: ['customer', { verdict: 'keep' }] } }],
  ['verdict.improve-unowned', { notes: { asks: ['customer', { verdict: 'improve' }] } }],
  ['verdict.crownless', { notes: { asks: ['customer', { verdict: 'improve', verdictOwner: 'Ana' }] } }],
  [
    'verdict.hurts-customer',
    {
      notes: {
        asks: ['customer', { verdict: 'improve', crown: { cost: { way: 'down' }, experience: { way: 'down' } } }],
      },
    },
  ],
  ['effective-first', plan => ({ notes: { ...plan.notes, files: ['desk', { verdict: 'improve' }] } })],
  ['to-be.gap', plan => ({ notes: { ...plan.notes, answers: ['desk', { verdict: 'eliminate' }] } })],
])('%s is told', (rule, change) => {
  const changed = typeof change === 'function' ? change(good) : change
  expect(
    rules({ ...good, links: [], ...(rule === 'effective-first' || rule === 'to-be.gap' ? good : {}), ...changed }),
  ).toContain(rule)
})
