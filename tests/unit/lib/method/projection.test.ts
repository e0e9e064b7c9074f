import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { project } from '#lib/method/projection.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const chain = (b: object): WallPlan => ({
  lanes: { customer: 'customer', desk: 'front-stage', office: 'back-stage' },
  notes: { a: 'customer', b: ['desk', { ...b }], c: 'office' },
  links: ['a>b', 'b>c'],
})

test('in the to-be what was eliminated is gone with its links, and the gap says how to close it', () => {
  const { board } = buildWall(chain({ verdict: 'eliminate' }))
  const toBe = project(board, 'to-be')
  expect([...toBe.notes.keys()]).toEqual(['a', 'c'])
  expect([...toBe.eliminated].sort()).toEqual(['a>b', 'b', 'b>c'])
  expect(toBe.gaps).toEqual([{ eliminated: ['b'], bridges: [{ from: 'a', to: 'c', share: null }] }])
  expect(project(board, 'as-is').notes.size).toBe(3)
})

test('a chain of eliminated notes is one gap', () => {
  const { board } = buildWall({
    notes: { a: null, b: [null, { verdict: 'eliminate' }], c: [null, { verdict: 'eliminate' }], d: null },
    links: ['a>b', 'b>c', 'c>d'],
  })
  expect(project(board, 'to-be').gaps).toEqual([
    { eliminated: ['b', 'c'], bridges: [{ from: 'a', to: 'd', share: null }] },
  ])
})

test('an eliminated detour leaves no gap where the flow goes on without it', () => {
  const { board } = buildWall({
    notes: { a: null, check: [null, { verdict: 'eliminate' }], b: null },
    links: ['a>b', 'a>check', 'check>b'],
  })
  expect(project(board, 'to-be').gaps).toEqual([])
})

test('an eliminated hand-off between notes that stay is a gap of its own', () => {
  const { board } = buildWall({ notes: { a: null, b: null }, links: [['a>b', { verdict: 'eliminate' }]] })
  expect(project(board, 'to-be').gaps).toEqual([
    { eliminated: ['a>b'], bridges: [{ from: 'a', to: 'b', share: null }] },
  ])
})

test('an improved note says its new text in the to-be, and the same note stays the same object elsewhere', () => {
  const { board } = buildWall(chain({ verdict: 'improve', improved: 'Answers at once' }))
  expect(project(board, 'to-be').notes.get('b')?.text).toBe('Answers at once')
  expect(project(board, 'as-is').notes.get('b')?.text).toBe('b')
  expect(project(board, 'to-be').notes.get('a')).toBe(board.notes.get('a'))
})

test('what is new is on the to-be only, and gets numbers after those of the as-is', () => {
  const plan = chain({})
  plan.notes.new = ['desk', { kind: 'moment-of-truth', version: 'to-be', pos: [-500, 40, 'desk'] }]
  const { board } = buildWall(plan)
  expect(analysisOf(board, 'as-is').pointOf.has('new')).toBe(false)
  expect(analysisOf(board, 'to-be').pointOf.get('new')?.code).toBe('M2')
  expect(analysisOf(board, 'to-be').pointOf.get('a>b')?.code).toBe('M1')
})

test('the numbers of the to-be read across a gap as if it were closed', () => {
  const { board } = buildWall({
    notes: {
      a: [null, { processing: 1 }],
      b: [null, { processing: 10, verdict: 'eliminate' }],
      c: [null, { processing: 100 }],
    },
    links: ['a>b', 'b>c'],
  })
  expect(analysisOf(board, 'as-is').numbers().lead).toBe(111)
  expect(analysisOf(board, 'to-be').numbers().lead).toBe(101)
})
