import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const hurts = { cost: { way: 'down', amount: 9 }, experience: { way: 'down' } }
const again = (ends: string): NonNullable<WallPlan['links']> => [[ends, { rework: { state: 'confirmed' }, share: 0.2 }]]
/** Walls that break every rule between them. */
const walls: readonly WallPlan[] = [
  {
    lanes: { customer: 'customer', desk: 'front-stage', garage: 'supplier', yard: 'partner' },
    notes: {
      asks: 'customer',
      answers: ['desk', { verdict: 'eliminate', cost: 1, crown: hurts }],
      has: ['customer', { kind: 'outcome' }],
      rule: ['desk', { kind: 'business-rule' }],
      kept: ['desk', { verdict: 'keep' }],
      better: ['desk', { verdict: 'improve', flexibility: 1, exceptions: 'Some' }],
      plain: ['desk', { kind: 'plain' }],
      other: 'desk',
    },
    links: [
      ['asks>answers', { share: 0.6 }],
      ['asks>other', { share: 0.6 }],
      'answers>has',
      'other>plain',
      ['other>asks', { rework: { state: 'confirmed' }, share: 0.1 }],
    ],
    outcomes: { main: { promise: 'You have your money soon', customer: 'Drivers' } },
  },
  { lanes: { customer: 'customer', desk: 'front-stage' }, notes: { a: 'desk' } },
  { lanes: { Guests: 'front-stage' }, notes: {} },
  { lanes: { Guests: 'front-stage', Clients: 'front-stage' }, notes: {} },
  { lanes: { desk: 'front-stage' }, notes: {}, outcomes: { main: { promise: ' ' } } },
  { notes: { a: null }, links: [['a>a', { share: 1 }]] },
  {
    notes: { a: null, b: [null, { verdict: 'eliminate' }], c: null, d: [null, { verdict: 'eliminate' }], e: null },
    links: ['a>b', 'b>c', 'c>d', 'd>e'],
  },
  {
    notes: { a: null, b: null, c: null, d: null },
    links: ['a>b', 'a>c', 'b>c', 'b>d', 'c>d'].map((ends): [string, Fields] => [ends, { share: 0.6 }]),
  },
  { notes: { a: null, b: null, c: null }, links: ['a>b', 'b>c', ...again('b>a'), ...again('c>b')] },
]
const said = () => walls.map(plan => analysisOf(buildWall(plan).board, 'as-is').warnings())

test('each rule says why it matters', () => {
  const because = new Map(
    said()
      .flat()
      .map(one => [one.rule, one.because]),
  )
  expect(Object.fromEntries(because)).toEqual({
    'promise.missing': '“Why are we doing this?” is asked of everything else against the promise.',
    'outcome.missing': 'Without an outcome nobody can say which steps serve it.',
    'customer.wrong': 'Who is not the customer keeps the process from being built for everybody and nobody.',
    'words.weasel': 'Words that measure nothing can be neither kept nor broken.',
    'words.unmeasured': 'A promise without a number or a time is a mood.',
    'lane.proposed': 'Moments of Truth are counted where a link touches a customer’s lane.',
    'lane.customer-missing': 'Outside-in begins with the customer’s process; the company’s is fitted to it.',
    'lane.inside-out': 'Starting from the internal process is inside-out.',
    'stakeholder.outcome': 'Suppliers, partners and regulators want something of their own from this process.',
    'rule.unreasoned': 'Most rules outlive their reason.',
    'rework.uncaused': 'A loop masks a root cause, and costs more than anything else on the wall.',
    'flow.endless': 'The numbers count it as one pass until a share says how many cases leave it.',
    'flow.shares': 'They were scaled so that every case goes somewhere.',
    'flow.plain': 'Rates, times and costs are counted on steps: a plain note at the end of a path is not on it.',
    'goldilocks.rigid':
      'Flexible just enough: exceptions at a rigid step are customers who vary more than the step does.',
    'verdict.keep-unreasoned': 'To keep a point of failure needs a reason tied to the outcome.',
    'verdict.improve-unowned': 'What nobody owns stays as it is.',
    'verdict.hurts-customer': 'The triple crown is cost, experience and revenue together.',
    'verdict.crownless': 'Each verdict says what it does to cost, experience and revenue.',
    'verdict.more-than-cost':
      'Nothing can save more than there is: the same saving is stated twice, or a cost is missing.',
    'effective-first': 'Effective before efficient: first ask whether the step should exist.',
    'to-be.gap': 'A case that comes there has nowhere to go.',
  })
})

test('warnings come in the order in which a workshop meets them', () => {
  expect(said()[0]?.map(({ rule }) => rule)).toEqual([
    ...['outcome.missing', 'customer.wrong', 'words.weasel', 'words.unmeasured', 'stakeholder.outcome'],
    ...['rule.unreasoned', 'rework.uncaused', 'flow.shares', 'flow.plain', 'goldilocks.rigid'],
    ...['verdict.keep-unreasoned', 'verdict.improve-unowned', 'verdict.hurts-customer', 'verdict.crownless'],
    ...['verdict.more-than-cost', 'effective-first', 'to-be.gap'],
  ])
})

test('what a warning says of one thing, and of several', () => {
  const messages = new Set(
    said()
      .flat()
      .map(({ message }) => message),
  )
  expect([...messages].sort()).toEqual([
    '1 improvement of a step that serves no outcome.',
    '1 improvement without an owner.',
    '1 linked note is plain: a step?',
    '1 outcome without the one line that says it.',
    '1 point kept without a reason.',
    '1 rework loop without a cause.',
    '1 rigid step with exceptions.',
    '1 rule without a reason why it exists.',
    '1 verdict that helps cost and hurts the customer.',
    '1 verdict without the triple crown.',
    '2 lanes look like a customer’s: are they?',
    '2 rework loops without a cause.',
    '2 stakeholder lanes, and only the customer’s outcome.',
    '2 verdicts without the triple crown.',
    '3 steps in loops that nothing leaves.',
    'A lane looks like the customer’s: is it?',
    'A loop that nothing leaves.',
    'A promise or outcome uses words that measure nothing.',
    'An outcome without a number or a time in it.',
    'At 1 note the shares do not add up to 100%.',
    'At 2 notes the shares do not add up to 100%.',
    'Elimination breaks the path at 1 place.',
    'Elimination breaks the path at 2 places.',
    'Nobody has said who is not the customer.',
    'The internal lanes are being filled before the customer’s.',
    'The savings stated add up to more than a case costs.',
    'There are lanes, but none is the customer’s.',
    'There is no outcome yet.',
    'There is no promise yet.',
  ])
})
