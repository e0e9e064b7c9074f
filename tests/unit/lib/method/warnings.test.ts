import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
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

const said = (plan: WallPlan, rule: string) => warn(plan).find(one => one.rule === rule)
const on = (plan: WallPlan, rule: string) => said(plan, rule)?.on.map(({ root, id }) => `${root}/${id}`)
const main = good.outcomes?.main ?? {}
const outcomes = (...list: object[]): Partial<WallPlan> => ({
  outcomes: Object.fromEntries(list.map((one, index) => [`o${index}`, { ...main, ...one }])),
})
const notes = (more: WallPlan['notes']): Partial<WallPlan> => ({ notes: { ...good.notes, ...more } })
const improve = { verdict: 'improve', verdictOwner: 'Ana', crown: { revenue: { way: 'up' } } }

test.each<[rule: string, plan: Partial<WallPlan>, on: string[] | undefined]>([
  ['promise.missing', outcomes({ promise: ' ' }), []],
  ['promise.missing', outcomes({ promise: ' ' }, {}), undefined],
  ['outcome.missing', { outcomes: {} }, []],
  ['outcome.missing', outcomes({ outcome: ' ' }, {}), ['outcome/o0']],
  ['outcome.missing', outcomes({ outcome: ' ', promise: ' ' }), undefined],
  ['customer.wrong', outcomes({ wrongCustomer: ' ' }, {}), ['outcome/o0']],
  ['customer.wrong', outcomes({ wrongCustomer: '', customer: ' ' }), undefined],
  ['words.weasel', outcomes({}, { needs: 'A fast answer' }, { outcome: 'Happy' }), ['outcome/o1', 'outcome/o2']],
  ['words.unmeasured', outcomes({}, { outcome: 'The money is on the account' }), ['outcome/o1']],
  ['words.unmeasured', outcomes({ needs: 'The money is on the account' }), undefined],
  ['lane.proposed', { lanes: { customer: 'front-stage', clients: 'back-stage' } }, ['lanes/customer', 'lanes/clients']],
  ['lane.proposed', { lanes: { customer: 'front-stage', her: 'customer' } }, undefined],
  ['lane.customer-missing', { lanes: { desk: 'front-stage' }, notes: {}, links: [] }, []],
  ['lane.customer-missing', { lanes: {}, notes: {}, links: [] }, undefined],
  ['lane.customer-missing', { lanes: { customer: 'front-stage' }, notes: {}, links: [] }, undefined],
  ['lane.inside-out', { notes: { a: 'desk' }, links: [] }, []],
  ['lane.inside-out', { notes: { a: 'desk', b: ['customer', { place: 'parking' }] }, links: [] }, []],
  ['lane.inside-out', { notes: { a: ['desk', { place: 'parking' }] }, links: [] }, undefined],
  ['lane.inside-out', { notes: { a: null }, links: [] }, undefined],
  ['lane.inside-out', { lanes: { desk: 'front-stage' }, notes: { a: 'desk' }, links: [] }, undefined],
  [
    'stakeholder.outcome',
    { lanes: { ...good.lanes, garage: 'supplier', bank: 'partner', state: 'regulator', staff: 'employee' } },
    ['lanes/garage', 'lanes/bank', 'lanes/state'],
  ],
  ['stakeholder.outcome', { lanes: { ...good.lanes, garage: 'supplier' }, ...outcomes({}, {}) }, undefined],
  [
    'rule.unreasoned',
    notes({
      one: ['desk', { kind: 'business-rule', why: ' ' }],
      two: ['desk', { kind: 'business-rule', why: 'The law' }],
    }),
    ['notes/one'],
  ],
  ['rule.unreasoned', notes({ choice: ['desk', { kind: 'decision' }] }), undefined],
  [
    'rework.uncaused',
    { links: ['asks>answers', 'answers>has', ['answers>asks', { rework: { state: 'confirmed' }, cause: ' ' }]] },
    ['links/answers>asks'],
  ],
  [
    'rework.uncaused',
    { links: ['asks>answers', 'answers>has', ['answers>asks', { rework: { state: 'confirmed' }, cause: 'Forms' }]] },
    undefined,
  ],
  ['rework.uncaused', { links: ['asks>answers', 'answers>has', 'answers>asks'] }, undefined],
  ['flow.endless', { links: ['asks>answers', ['answers>asks', { share: 1 }]] }, ['notes/answers', 'notes/asks']],
  [
    'flow.shares',
    {
      links: [
        ['asks>answers', { share: 0.7 }],
        ['asks>has', { share: 0.4 }],
      ],
    },
    ['notes/asks'],
  ],
  [
    'flow.shares',
    {
      links: [
        ['asks>answers', { share: 0.7 }],
        ['asks>has', { share: 0.2 }],
      ],
    },
    ['notes/asks'],
  ],
  [
    'flow.shares',
    {
      links: [
        ['asks>answers', { share: 0.7 }],
        ['asks>has', { share: 0.3 }],
      ],
    },
    undefined,
  ],
  ['flow.shares', { links: [['asks>answers', { share: 0.7 }], 'asks>has'] }, undefined],
  [
    'flow.shares',
    {
      links: [
        ['asks>answers', { share: 1 }],
        ['asks>has', { share: 1 }],
      ],
    },
    undefined,
  ],
  ['flow.shares', { links: [['asks>answers', { share: 0.4 }], 'answers>has'] }, undefined],
  ['flow.plain', notes({ x: ['desk', { kind: 'plain', place: 'parking' }] }), undefined],
  [
    'goldilocks.rigid',
    notes({
      a: ['desk', { flexibility: 2, exceptions: 'Some' }],
      b: ['desk', { flexibility: 3, exceptions: 'Some' }],
      c: ['desk', { flexibility: 1, exceptions: ' ' }],
    }),
    ['notes/a'],
  ],
  [
    'verdict.keep-unreasoned',
    notes({
      a: ['desk', { verdict: 'keep', verdictReason: ' ' }],
      b: ['desk', { verdict: 'keep', verdictReason: 'They ask for it' }],
      c: ['desk', { verdict: 'keep', place: 'parking' }],
      d: ['desk', { verdict: 'eliminate' }],
    }),
    ['notes/a'],
  ],
  [
    'verdict.improve-unowned',
    {
      links: [
        ['asks>answers', { verdict: 'improve' }],
        ['answers>has', improve],
      ],
    },
    ['links/asks>answers'],
  ],
  [
    'verdict.hurts-customer',
    notes({
      a: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' }, experience: { way: 'down' } } }],
      b: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' }, experience: { way: 'same' } } }],
      c: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'up' }, experience: { way: 'down' } } }],
      d: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' } } }],
    }),
    ['notes/a'],
  ],
  [
    'verdict.crownless',
    notes({ a: ['desk', { verdict: 'eliminate' }], b: ['desk', improve], c: ['desk', { verdict: 'keep' }] }),
    ['notes/a'],
  ],
  [
    'verdict.more-than-cost',
    notes({ answers: ['desk', { ...improve, cost: 10, crown: { cost: { way: 'down', amount: 11 } } }] }),
    [],
  ],
  [
    'verdict.more-than-cost',
    notes({ answers: ['desk', { ...improve, cost: 10, crown: { cost: { way: 'down', amount: 10 } } }] }),
    undefined,
  ],
  [
    'verdict.more-than-cost',
    notes({ answers: ['desk', { ...improve, crown: { cost: { way: 'down', amount: 10 } } }] }),
    undefined,
  ],
  ['effective-first', notes({ files: ['desk', improve], tidies: ['desk', { verdict: 'keep' }] }), ['notes/files']],
  [
    'effective-first',
    {
      ...notes({
        answers: ['desk', improve],
        remark: ['desk', { kind: 'pain', ...improve }],
        files: 'desk',
        puts: 'desk',
      }),
      links: ['asks>answers', 'answers>has', ['files>puts', improve]],
    },
    undefined,
  ],
  ['to-be.gap', notes({ answers: ['desk', { verdict: 'eliminate' }] }), ['notes/asks']],
])('%s concerns what it is about, and nothing else (%#)', (rule, change, concerned) => {
  expect(on({ ...good, ...change }, rule)).toEqual(concerned)
})

test('shares add up to 100% to a tenth of a percent, at notes where all ways on have one', () => {
  const bad = (...shares: (number | null)[]) => {
    const ids = shares.map((_, at) => `n${at}`)
    const links = ids.map((id, at): [string, Fields] => [`s>${id}`, shares[at] === null ? {} : { share: shares[at] }])
    return on({ notes: Object.fromEntries(['s', ...ids].map(id => [id, null])), links }, 'flow.shares') !== undefined
  }
  expect([bad(0.5, 0.499), bad(0.5, 0.498), bad(1, 0.001), bad(1, 0.002)]).toEqual([false, true, false, true])
  expect([bad(0.6, 0.6), bad(0.7, 0.5, null), bad(0.7, 0.3, null), bad(0.2, 0.2, null)]).toEqual([
    ...[true, true, false, false],
  ])
  expect([bad(null, null), bad(0.5), bad(1), bad(1, 1), bad(1, 1, 0)]).toEqual([false, false, false, false, true])
})

test('each warning says in a sentence what is and why it matters, of one thing and of several', () => {
  const one = warn({
    ...good,
    ...outcomes({ promise: 'Fast', outcome: '', wrongCustomer: '' }),
    lanes: { ...good.lanes, garage: 'supplier' },
    notes: {
      ...good.notes,
      rule: ['desk', { kind: 'business-rule' }],
      kept: ['desk', { verdict: 'keep' }],
      better: ['desk', { verdict: 'improve', flexibility: 1, exceptions: 'Some' }],
      hurts: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' }, experience: { way: 'down' } } }],
      plain: ['desk', { kind: 'plain' }],
    },
    links: [...(good.links ?? []), 'answers>plain'],
  })
  expect(one.map(({ rule, message }) => `${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "outcome.missing: 1 outcome without the one line that says it.",
      "customer.wrong: Nobody has said who is not the customer.",
      "words.weasel: A promise or outcome uses words that measure nothing.",
      "stakeholder.outcome: 1 stakeholder lane, and only the customer’s outcome.",
      "rule.unreasoned: 1 rule without a reason why it exists.",
      "flow.plain: 1 linked note is plain: a step?",
      "goldilocks.rigid: 1 rigid step with exceptions.",
      "verdict.keep-unreasoned: 1 point kept without a reason.",
      "verdict.improve-unowned: 1 improvement without an owner.",
      "verdict.hurts-customer: 1 verdict that helps cost and hurts the customer.",
      "verdict.crownless: 1 verdict without the triple crown.",
      "effective-first: 1 improvement of a step that serves no outcome.",
    ]
  `)
  const two = warn({
    ...good,
    ...outcomes(
      { promise: 'Fast', outcome: '', wrongCustomer: '' },
      { promise: 'Easy', outcome: '', wrongCustomer: '' },
    ),
    notes: {
      ...good.notes,
      r1: ['desk', { kind: 'business-rule' }],
      r2: ['desk', { kind: 'business-rule' }],
      k1: ['desk', { verdict: 'keep' }],
      k2: ['desk', { verdict: 'keep' }],
      i1: ['desk', { verdict: 'improve', flexibility: 1, exceptions: 'Some' }],
      i2: ['desk', { verdict: 'improve', flexibility: 1, exceptions: 'Some' }],
      h1: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' }, experience: { way: 'down' } } }],
      h2: ['desk', { verdict: 'eliminate', crown: { cost: { way: 'down' }, experience: { way: 'down' } } }],
      p1: ['desk', { kind: 'plain' }],
      p2: ['desk', { kind: 'plain' }],
    },
    links: [...(good.links ?? []), 'answers>p1', 'answers>p2', ['answers>asks', { share: 1 }]],
  })
  expect(two.map(({ rule, message }) => `${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "outcome.missing: 2 outcomes without the one line that says it.",
      "customer.wrong: Nobody has said who is not the customer.",
      "words.weasel: 2 promises or outcomes use words that measure nothing.",
      "rule.unreasoned: 2 rules without a reason why they exist.",
      "flow.endless: 2 steps in loops that nothing leaves.",
      "flow.plain: 2 linked notes are plain: steps?",
      "goldilocks.rigid: 2 rigid steps with exceptions.",
      "verdict.keep-unreasoned: 2 points kept without a reason.",
      "verdict.improve-unowned: 2 improvements without an owner.",
      "verdict.hurts-customer: 2 verdicts that help cost and hurt the customer.",
      "verdict.crownless: 2 verdicts without the triple crown.",
      "effective-first: 2 improvements of steps that serve no outcome.",
    ]
  `)
})
