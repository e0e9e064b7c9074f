import { expect, test } from 'vitest'
import { setFields } from '#lib/board/commands/writer.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { choicesInWords } from '#lib/method/paths.ts'
import { narrowingAlong } from '#lib/method/yield.ts'
import { coffee } from '#lib/templates/coffee.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { emptyWall } from '#tests/drivers/boards.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const numbers = (plan: WallPlan) => analysisOf(buildWall(plan).board, 'as-is').numbers()
const days = (n: number) => n * 24 * 60

test('rolled throughput yield of three steps is .95 × .84 × .88 = .70 (Minitab’s label process)', () => {
  const { rty } = numbers({
    notes: {
      a: [null, { firstTimeRight: 0.95 }],
      b: [null, { firstTimeRight: 0.84 }],
      c: [null, { firstTimeRight: 0.88 }],
    },
    links: ['a>b', 'b>c'],
  })
  expect(rty.value).toBeCloseTo(0.7, 2)
  expect(rty).toMatchObject({ stated: 3, assumed: 0 })
})

test('rolled %C&A is the same product, and steps nobody rated are an assumption that is told', () => {
  const { rty, missing } = numbers({
    notes: {
      a: [null, { firstTimeRight: 0.9 }],
      b: [null, { firstTimeRight: 0.7 }],
      c: null,
      end: [null, { kind: 'outcome' }],
    },
    links: ['a>b', 'b>c', 'c>end'],
  })
  expect(rty.value).toBeCloseTo(0.9 * 0.7 * 0.95, 10)
  expect(rty).toMatchObject({ stated: 2, assumed: 1, rate: 0.95 })
  expect(missing).toMatchObject({ steps: 3, rates: 1 })
})

test('the credit application of Dumas et al. takes 8.65 days: a loop, parallel checks and two outcomes', () => {
  const { lead, missing } = numbers({
    notes: {
      complete: [null, { processing: days(1) }],
      ok: [null, { kind: 'decision' }],
      split: [null, { kind: 'plain' }],
      history: [null, { processing: days(1) }],
      income: [null, { processing: days(3) }],
      assess: [null, { processing: days(3) }],
      granted: [null, { kind: 'decision' }],
      offer: [null, { processing: days(1) }],
      reject: [null, { processing: days(2) }],
    },
    links: [
      'complete>ok',
      ['ok>complete', { share: 0.2 }],
      'ok>split',
      ['split>history', { share: 1 }],
      ['split>income', { share: 1 }],
      'history>assess',
      'income>assess',
      'assess>granted',
      ['granted>offer', { share: 0.6 }],
      ['granted>reject', { share: 0.4 }],
    ],
  })
  expect(lead).toBeCloseTo(days(8.65), 6)
  expect(missing.shares).toBe(0)
})

test('lead time is waiting plus processing, and the activity ratio processing over lead time', () => {
  const result = numbers({
    notes: {
      a: [null, { processing: 10, waiting: 0 }],
      b: [null, { processing: 20, waiting: 150 }],
      c: [null, { processing: 30, waiting: 90 }],
    },
    links: ['a>b', 'b>c'],
  })
  expect(result).toMatchObject({ lead: 300, processing: 60, work: 60 })
  expect(result.activityRatio).toBeCloseTo(0.2, 10)
})

test('parallel work counts fully as work, and as its longest branch in the lead time', () => {
  const result = numbers({
    notes: {
      a: [null, { processing: 10 }],
      b: [null, { processing: 20 }],
      c: [null, { processing: 5, waiting: 40 }],
      d: [null, { processing: 10 }],
    },
    links: [['a>b', { share: 1 }], ['a>c', { share: 1 }], 'b>d', 'c>d'],
  })
  expect(result).toMatchObject({ lead: 65, processing: 25, work: 45 })
})

test('a loop in a loop takes the passes of both: the inner 1/(1−p) within each outer pass', () => {
  const { lead, loops } = numbers({
    notes: {
      a: [null, { processing: 1 }],
      b: [null, { processing: 1 }],
      c: [null, { processing: 1 }],
      d: null,
      end: null,
    },
    links: ['a>b', 'b>c', ['c>b', { share: 0.5 }], ['d>a', { share: 0.2 }], 'c>d', 'd>end'],
  })
  expect(lead).toBeCloseTo((1 + (1 + 1) / (1 - 0.5)) / (1 - 0.2), 6)
  expect(loops.map(({ linkId, passes }) => [linkId, passes])).toEqual([
    ['c>b', 2],
    ['d>a', 1.25],
  ])
})

test('a loop that no share leaves is told, and counted as one pass', () => {
  const { board } = buildWall({
    notes: { a: [null, { processing: 5 }], b: [null, { processing: 7 }] },
    links: ['a>b', 'b>a'],
  })
  const analysis = analysisOf(board, 'as-is')
  expect(analysis.numbers()).toMatchObject({ lead: 12 })
  expect(analysis.numbers().endless).toHaveLength(1)
  expect(analysis.warnings().map(warning => warning.rule)).toContain('flow.endless')
})

test('unconnected pieces are not added up: the one that leads to the outcome counts', () => {
  const { lead } = numbers({
    notes: {
      a: [null, { processing: 5 }],
      end: [null, { kind: 'outcome' }],
      x: [null, { processing: 50 }],
      y: null,
      z: null,
    },
    links: ['a>end', 'x>y', 'y>z'],
  })
  expect(lead).toBe(5)
})

test('cost per case follows the shares, and the month follows the volume', () => {
  const result = numbers({
    notes: {
      a: [null, { cost: 10, volume: 200 }],
      b: [null, { cost: 100 }],
      c: [null, { cost: 20 }],
    },
    links: [
      ['a>b', { share: 0.25 }],
      ['a>c', { share: 0.75 }],
    ],
  })
  expect(result.cost).toBeCloseTo(10 + 25 + 15, 10)
  expect(result.costPerMonth).toBeCloseTo(200 * 50, 6)
})

test('along a chosen path only that way counts, with its loops', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { processing: 1 }],
      b: [null, { processing: 10 }],
      c: [null, { processing: 100 }],
      fix: [null, { processing: 4 }],
    },
    links: [['a>b', { share: 0.3 }], ['a>c', { share: 0.6 }], ['a>fix', { share: 0.1 }], 'fix>a'],
  })
  const analysis = analysisOf(board, 'as-is')
  const [likely, other] = analysis.paths()
  expect(likely?.notes.map(n => n.note.id)).toEqual(['a', 'c'])
  expect(likely?.share).toBeCloseTo(0.6, 6)
  expect(analysis.numbers(likely).lead).toBe(101)
  expect(analysis.numbers(other).lead).toBe(11)
  expect(analysis.numbers().lead).toBeCloseTo((1 + 0.3 * 10 + 0.6 * 100 + 0.1 * 4) / 0.9, 6)
})

test('the weakest point is the lowest stated rate, and what a verdict adds is the yield without its failures', () => {
  const { board } = buildWall({
    notes: { a: [null, { firstTimeRight: 0.9 }], b: [null, { firstTimeRight: 0.5 }], c: null },
    links: ['a>b', 'b>c'],
  })
  const [weakest] = analysisOf(board, 'as-is').weakest()
  expect(weakest?.note.note.id).toBe('b')
  expect(weakest?.adds).toBeCloseTo(0.9 * 0.95 * 0.5, 10)
})

test('the crown balance counts what all verdicts do, with amounts where they are known', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { verdict: 'eliminate', crown: { cost: { way: 'down', amount: 400 }, experience: { way: 'up' } } }],
      b: [null, { verdict: 'improve', crown: { cost: { way: 'up', amount: 100 } } }],
      c: [null, { verdict: 'keep' }],
    },
  })
  const { cost, experience, revenue, verdicts } = analysisOf(board, 'as-is').crown()
  expect(verdicts).toBe(2)
  expect(cost).toEqual({ better: 1, worse: 1, same: 0, unsaid: 0, amount: -300 })
  expect(experience).toMatchObject({ better: 1, unsaid: 1, amount: null })
  expect(revenue.unsaid).toBe(2)
})

test('what is saved at a step and at its hand-off is saved once; more than a case costs is told', () => {
  const saves = (amount: number) => ({ verdict: 'eliminate', crown: { cost: { way: 'down', amount } } })
  const built = buildWall({
    notes: { a: [null, { cost: 1 }], b: [null, { cost: 4, ...saves(4) }], c: [null, { cost: 1 }] },
    links: [
      ['a>b', saves(4)],
      ['b>c', saves(5)],
    ],
  })
  const crown = analysisOf(built.board, 'as-is').crown()
  expect(crown.cost).toMatchObject({ better: 3, amount: -5 })
  expect(crown.twice).toBe(2)
  const rules = () =>
    analysisOf(built.board, 'as-is')
      .warnings()
      .map(({ rule }) => rule)
  expect(rules()).not.toContain('verdict.more-than-cost')
  setFields(built.writer, 'notes', 'a', saves(3))
  expect(rules()).toContain('verdict.more-than-cost')
})

test('the coffee board saves no more than a coffee costs', () => {
  const wall = emptyWall()
  writeTemplate(wall.writer, coffee)
  const asIs = analysisOf(wall.board, 'as-is')
  expect(asIs.crown().cost.amount).toBeCloseTo(-1.8, 10)
  expect(asIs.numbers().cost).toBeCloseTo(2.5, 10)
})

test('what is remembered is the mean of peak and end', () => {
  const { board, writer } = buildWall({
    lanes: { c: 'customer' },
    notes: { a: ['c', { feeling: 1 }], b: ['c', { feeling: -2 }], d: ['c', { feeling: 1 }] },
  })
  expect(analysisOf(board, 'as-is').emotion()).toMatchObject({ remembered: -0.5, peak: { id: 'b' }, end: { id: 'd' } })
  setFields(writer, 'notes', 'a', { memory: 'peak' })
  expect(analysisOf(board, 'as-is').emotion().remembered).toBe(1)
})

test('the ribbon narrows by each step’s rate, and ends at the yield of its path', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { firstTimeRight: 0.9 }],
      d: [null, { kind: 'decision' }],
      b: [null, { firstTimeRight: 0.8 }],
      c: null,
      end: null,
    },
    links: ['a>d', ['d>b', { share: 0.75, text: 'known' }], ['d>c', { share: 0.25 }], 'b>end', 'c>end'],
  })
  const analysis = analysisOf(board, 'as-is')
  const [path] = analysis.paths()
  const ribbon = narrowingAlong(path?.notes ?? [])
  expect(ribbon.map(({ note, stated }) => [note.note.id, stated])).toEqual([
    ['a', true],
    ['b', true],
    ['end', false],
  ])
  expect(ribbon.at(-1)?.after).toBeCloseTo(0.9 * 0.8 * 0.95, 12)
  expect(ribbon.at(-1)?.after).toBeCloseTo(analysis.numbers(path ?? null).rty.value, 12)
  expect(path && choicesInWords(path)).toEqual(['known'])
})

test('the Goldilocks view shows where steps stand, the most rigid with exceptions first, and rework with its cause', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { flexibility: 4, exceptions: 'Sundays' }],
      b: [null, { flexibility: 1, exceptions: 'Every third case' }],
      c: [null, { flexibility: 3 }],
      d: null,
    },
    links: ['a>b', 'b>c', 'c>d', ['c>a', { cause: 'The form asks twice' }]],
  })
  const { scale, unsaid, exceptions, rework } = analysisOf(board, 'as-is').goldilocks()
  expect(scale.map(step => step.steps)).toEqual([1, 0, 1, 1, 0])
  expect(scale[0]?.withExceptions).toBe(1)
  expect(unsaid).toBe(1)
  expect(exceptions.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(rework).toMatchObject([{ target: { id: 'c>a' }, cause: 'The form asks twice' }])
})
