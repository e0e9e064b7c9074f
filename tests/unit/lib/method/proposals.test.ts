import { expect, test } from 'vitest'
import { buildFlow } from '#lib/method/graph.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { findOrphans, findRework, proposePoints, saidKind } from '#lib/method/proposals.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const lanes: WallPlan['lanes'] = {
  customer: 'customer',
  desk: ['Desk', 'front-stage'],
  office: ['Office', 'back-stage'],
  bare: ['', 'back-stage'],
}
const flowOf = (plan: WallPlan) => buildFlow(buildWall({ lanes, ...plan }).board)
const proposed = (plan: WallPlan) =>
  inOnePiece(proposePoints(flowOf(plan))).map(({ on, id, kind, why }) => `${on} ${id} ${kind}: ${why}`)
const short = (plan: WallPlan) => inOnePiece(proposePoints(flowOf(plan))).map(({ id, kind }) => `${id} ${kind}`)
const confirmed = (kind: string) => ({ mark: { kind, state: 'confirmed' } })
const dismissed = (kind: string) => ({ mark: { kind, state: 'dismissed' } })

test('each proposal says why: who is on either side, who hands over to whom, or who decides', () => {
  expect(
    proposed({
      notes: { c: 'customer', d: 'desk', o: 'office', b: 'bare', q: ['bare', { kind: 'decision' }] },
      links: ['c>d', 'd>o', 'd>c', 'o>b', 'b>q'],
    }),
  ).toEqual([
    'links c>d mot: Crosses the line of interaction: the customer is on one side of it.',
    'links d>o bp: Handed over from Desk to Office.',
    'links d>c mot: Crosses the line of interaction: the customer is on one side of it.',
    'links o>b bp: Handed over from Office to one lane.',
    'notes d br: 2 ways go on from here: somebody decides which.',
    'notes q br: A decision: what is the rule, why does it exist, since when?',
  ])
})

test('what people said of a crossing, of one of its ends, or of a decision is not proposed again', () => {
  const at = (d: object, link: object = {}, o: object = {}) =>
    short({ notes: { d: ['desk', { ...d }], o: ['office', { ...o }] }, links: [['d>o', { ...link }]] })
  expect(at({})).toEqual(['d>o bp'])
  for (const kind of ['mot', 'bp', 'br']) expect(at({}, confirmed(kind)), kind).toEqual([])
  expect(at({}, dismissed('bp'))).toEqual([])
  expect(at({}, dismissed('mot'))).toEqual(['d>o bp'])
  expect(at(confirmed('bp'))).toEqual([])
  expect(at({}, {}, confirmed('bp'))).toEqual([])
  expect(at({ kind: 'break-point' })).toEqual([])
  expect(at(confirmed('mot'), {}, { kind: 'moment-of-truth' })).toEqual(['d>o bp'])
  const decision = (fields: object) => short({ notes: { q: ['desk', { kind: 'decision', ...fields }] } })
  expect(decision({})).toEqual(['q br'])
  expect(decision(dismissed('br'))).toEqual([])
  expect(decision(dismissed('bp'))).toEqual(['q br'])
  expect(decision(confirmed('bp'))).toEqual([])
})

test('a bridge across a gap is no hand-off, and no way on that somebody decides about', () => {
  const { board } = buildWall({ lanes, notes: { d: 'desk', o: 'office', c: 'desk' }, links: ['d>c'] })
  const flow = buildFlow(board, [{ from: 'd', to: 'o', share: null }])
  expect(inOnePiece(proposePoints(flow))).toEqual([])
})

test('a note is the point of failure that people confirmed, else that of its colour unless they dismissed it', () => {
  const said = (fields: object) => {
    const note = buildWall({ notes: { a: [null, { ...fields }] } }).board.notes.get('a')
    return note && saidKind(note)
  }
  expect([said({}), said({ kind: 'moment-of-truth' }), said({ kind: 'business-rule' })]).toEqual([null, 'mot', 'br'])
  expect(said(confirmed('bp'))).toBe('bp')
  expect(said({ kind: 'moment-of-truth', ...confirmed('bp') })).toBe('bp')
  expect(said({ kind: 'moment-of-truth', ...dismissed('mot') })).toBeNull()
  expect(said({ kind: 'moment-of-truth', ...dismissed('bp') })).toBe('mot')
})

test('rework is asked about where a link goes back, and told where people said so of a link or a note', () => {
  const rework = { rework: { state: 'confirmed', reason: 'The form' } }
  const flow = flowOf({
    notes: { a: null, b: [null, rework], c: [null, { rework: { state: 'dismissed' } }] },
    links: ['a>b', ['b>c', rework], 'c>a'],
  })
  expect(inOnePiece(findRework(flow))).toEqual([
    { on: 'links', id: 'b>c', state: 'confirmed', reason: 'The form' },
    { on: 'links', id: 'c>a', state: 'proposed', reason: null },
    { on: 'notes', id: 'b', state: 'confirmed', reason: 'The form' },
  ])
})

test('a step is asked why it is done where it leads to no outcome, or where people said that it serves none', () => {
  const orphan = { orphan: { state: 'confirmed', reason: 'Habit' } }
  const notes: WallPlan['notes'] = { a: null, b: [null, orphan], c: null, d: [null, { kind: 'plain' }] }
  const found = (plan: WallPlan) => inOnePiece(findOrphans(flowOf(plan)))
  const said = { on: 'notes', id: 'b', state: 'confirmed', reason: 'Habit' }
  expect(found({ notes, links: ['a>b'] }), 'no outcome on the wall').toEqual([said])
  expect(found({ notes: { ...notes, o: [null, { kind: 'outcome' }] }, links: ['a>o', 'b>o', 'a>d', 'd>c'] })).toEqual([
    said,
    { on: 'notes', id: 'c', state: 'proposed', reason: null },
  ])
})
