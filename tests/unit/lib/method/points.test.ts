import { expect, test } from 'vitest'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildWall, coffeePlan, type WallPlan } from '#tests/drivers/wall.ts'

const count = (plan: WallPlan) => analysisOf(buildWall(plan).board, 'as-is').counts.all

test('the coffee process counts 2 Moments of Truth, 2 Break Points, 1 Business Rule, 5 points of failure', () => {
  expect(count(coffeePlan)).toEqual({ mot: 2, bp: 2, br: 1, total: 5 })
})

test('the coffee process counts the same when the rule is a decision on the path', () => {
  const links = ['orders>takes', 'takes>hands', 'hands>double', 'double>makes', 'makes>collects', 'collects>serves']
  const plan = { ...coffeePlan, links: [...links, 'serves>enjoys'] }
  plan.notes = { ...plan.notes, double: ['barista', { kind: 'decision', text: 'What is a “double”?' }] }
  expect(count(plan)).toEqual({ mot: 2, bp: 2, br: 1, total: 5 })
})

const two: WallPlan = {
  lanes: { customer: 'customer', desk: 'front-stage', office: 'back-stage' },
  notes: { asks: 'customer', hears: 'desk', checks: 'office' },
  links: ['asks>hears', 'hears>checks'],
}

test('what the map proposes is never counted as confirmed', () => {
  const { counts } = analysisOf(buildWall(two).board, 'as-is')
  expect(counts.proposed).toEqual({ mot: 1, bp: 1, br: 0, total: 2 })
  expect(counts.confirmed.total).toBe(0)
})

test('a confirmed proposal moves to confirmed and keeps its number', () => {
  const { board, writer } = buildWall(two)
  const before = analysisOf(board, 'as-is').pointOf.get('asks>hears')
  setFields(writer, 'links', 'asks>hears', { mark: { kind: 'mot', state: 'confirmed' } })
  const after = analysisOf(board, 'as-is')
  expect(before).toMatchObject({ code: 'M1', state: 'proposed' })
  expect(after.pointOf.get('asks>hears')).toMatchObject({ code: 'M1', state: 'confirmed', why: null })
  expect(after.counts.confirmed.mot).toBe(1)
})

test('a dismissed proposal stays away and keeps the reason', () => {
  const { board, writer } = buildWall(two)
  setFields(writer, 'links', 'hears>checks', { mark: { kind: 'bp', state: 'dismissed', reason: 'Same person' } })
  const analysis = analysisOf(board, 'as-is')
  expect(analysis.counts.all.bp).toBe(0)
  expect(analysis.dismissed).toEqual([{ on: 'links', id: 'hears>checks', kind: 'bp', reason: 'Same person' }])
})

test('a proposal can be confirmed as another kind', () => {
  const plan: WallPlan = {
    ...two,
    links: ['asks>hears', ['hears>checks', { mark: { kind: 'br', state: 'confirmed' } }]],
  }
  expect(count(plan)).toEqual({ mot: 1, bp: 0, br: 1, total: 2 })
})

test('a crossing counts once: not again at its link when one of its ends is the red note that stands for it', () => {
  const plan: WallPlan = {
    ...two,
    notes: { asks: 'customer', call: ['desk', { kind: 'moment-of-truth' }], hears: 'desk' },
    links: ['asks>call', 'call>hears'],
  }
  expect(count(plan)).toEqual({ mot: 1, bp: 0, br: 0, total: 1 })
})

test('two links between the same notes are one crossing, and one way on', () => {
  const { board, writer } = buildWall(two)
  addEntity(writer, 'links', 'twin', { ends: ['asks', 'hears'] })
  expect(board.links.size).toBe(3)
  expect(analysisOf(board, 'as-is').counts.all).toEqual({ mot: 1, bp: 1, br: 0, total: 2 })
})

test('two ways on are a rule; ways that every case takes are parallel work, and nothing is decided', () => {
  const notes = { a: 'desk', b: 'desk', c: 'desk' }
  const lanes = { desk: 'front-stage' } as const
  expect(count({ lanes, notes, links: ['a>b', 'a>c'] }).br).toBe(1)
  expect(
    count({
      lanes,
      notes,
      links: [
        ['a>b', { share: 1 }],
        ['a>c', { share: 1 }],
      ],
    }).br,
  ).toBe(0)
})

test('pains, ideas and questions pinned to a step are not a way on', () => {
  const lanes = { desk: 'front-stage' } as const
  const notes: WallPlan['notes'] = { a: 'desk', b: 'desk', hurts: ['desk', { kind: 'pain' }] }
  expect(count({ lanes, notes, links: ['a>b', 'a>hurts'] }).total).toBe(0)
})

test('notes in the parking lot are not on any path', () => {
  const plan: WallPlan = { ...two, notes: { ...two.notes, checks: ['office', { place: 'parking' }] } }
  expect(count(plan)).toEqual({ mot: 1, bp: 0, br: 0, total: 1 })
})

test('points are numbered in reading order, by kind', () => {
  const codes = analysisOf(buildWall(coffeePlan).board, 'as-is').points.map(({ code, id }) => `${code} ${id}`)
  expect(codes).toEqual(['M1 orders>takes', 'B1 hands>makes', 'R1 double', 'B2 makes>collects', 'M2 serves>enjoys'])
})

test('a hand-off counts in the lane that hands over, a contact with the customer in the company’s lane', () => {
  const { byLane } = analysisOf(buildWall(coffeePlan).board, 'as-is').counts
  expect(byLane.get('customer')).toBeUndefined()
  expect(byLane.get('waiter')).toMatchObject({ mot: 2, bp: 1 })
  expect(byLane.get('barista')).toMatchObject({ bp: 1, br: 1 })
})

test('a link back to an earlier step is proposed as rework', () => {
  const lanes = { desk: 'front-stage' } as const
  const { board, writer } = buildWall({
    lanes,
    notes: { a: 'desk', b: 'desk', c: 'desk' },
    links: ['a>b', 'b>c', 'c>b'],
  })
  expect(analysisOf(board, 'as-is').rework).toEqual([{ on: 'links', id: 'c>b', state: 'proposed', reason: null }])
  setFields(writer, 'links', 'c>b', { rework: { state: 'dismissed', reason: 'By design' } })
  expect(analysisOf(board, 'as-is').rework).toMatchObject([{ state: 'dismissed', reason: 'By design' }])
})

test('a step that leads to no outcome is asked why it is done; people’s answer decides', () => {
  const plan: WallPlan = {
    lanes: { customer: 'customer', office: 'back-stage' },
    notes: { asks: 'customer', does: 'office', files: 'office', done: [null, { kind: 'outcome' }] },
    links: ['asks>does', 'does>files', 'does>done'],
  }
  const { board, writer } = buildWall(plan)
  expect(analysisOf(board, 'as-is').orphans.map(orphan => orphan.id)).toEqual(['files'])
  expect(analysisOf(board, 'as-is').outsideIn).toEqual({ steps: 3, serving: 2, share: 2 / 3 })
  setFields(writer, 'notes', 'files', { orphan: { state: 'dismissed', reason: 'The customer may ask for it' } })
  expect(analysisOf(board, 'as-is').outsideIn.share).toBe(1)
})

test('while the wall shows no outcome nothing is asked and no share is claimed', () => {
  const { orphans, outsideIn } = analysisOf(buildWall({ notes: { a: null, b: null }, links: ['a>b'] }).board, 'as-is')
  expect(orphans).toEqual([])
  expect(outsideIn.share).toBeNull()
})

test('a step that people call waste serves no outcome, wherever its links lead', () => {
  const { board, writer } = buildWall({
    lanes: { customer: 'customer', office: 'back-stage' },
    notes: {
      asks: 'customer',
      does: ['office', { value: 'nva', verdict: 'improve' }],
      done: [null, { kind: 'outcome' }],
    },
    links: ['asks>does', 'does>done'],
  })
  expect(analysisOf(board, 'as-is').outsideIn).toEqual({ steps: 2, serving: 1, share: 1 / 2 })
  const warned = () =>
    analysisOf(board, 'as-is')
      .warnings()
      .some(({ rule }) => rule === 'effective-first')
  expect(warned()).toBe(true)
  setFields(writer, 'notes', 'does', { orphan: { state: 'dismissed', reason: 'The law asks for it' } })
  expect(analysisOf(board, 'as-is').outsideIn.share).toBe(1)
  expect(warned()).toBe(false)
})
