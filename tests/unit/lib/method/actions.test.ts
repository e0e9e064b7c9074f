import { expect, test } from 'vitest'
import { actionsOf, byDots, undecidedAfter, undecidedOf } from '#lib/method/actions.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

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
  expect(undecidedOf(asIs)).toMatchObject([{ on: 'links', id: 'd>a' }])
})

test('actions due on one day, or without a day, stand in the order of their names, then of their ids', () => {
  const improve = (text: string, more: object = {}): WallPlan['notes'][string] => [
    null,
    { text, verdict: 'improve', ...more },
  ]
  const { board } = buildWall({
    notes: {
      z: improve('Beta'),
      y: improve('alpha'),
      b: improve('Same', { due: '2026-05-01' }),
      a: improve('Same', { due: '2026-05-01' }),
      c: improve('Old', { due: '2026-04-30', progress: 'open' }),
      done: improve('Zulu', { progress: 'done' }),
      gone: improve('Done first', { progress: 'done', due: '2020-01-01' }),
      parked: improve('Parked', { place: 'parking' }),
      kept: [null, { verdict: 'keep' }],
    },
  })
  const actions = analysisOf(board, 'as-is').actions()
  expect(actions.map(({ target }) => target)).toEqual(
    ['c', 'a', 'b', 'y', 'z', 'gone', 'done'].map(id => ({ root: 'notes', id })),
  )
  expect(actions.map(({ label, done, verdict }) => [label, done, verdict])).toContainEqual(['Zulu', true, 'improve'])
})

test('whichever was judged first, the day comes before the name and the name before the id', () => {
  const judged: [string, object][] = [
    ['late', { text: 'Alpha', due: '2026-05-01' }],
    ['early', { text: 'Zeta', due: '2026-04-01' }],
    ['b', { text: 'Same' }],
    ['a', { text: 'Same' }],
  ]
  for (const order of [judged, judged.toReversed()]) {
    const { board } = buildWall({
      notes: Object.fromEntries(order.map(([id, fields]) => [id, [null, { verdict: 'improve', ...fields }]])),
    })
    expect(
      analysisOf(board, 'as-is')
        .actions()
        .map(({ target }) => target.id),
    ).toEqual(['early', 'late', 'a', 'b'])
  }
})

test('a hand-off is an action as long as both its notes are there', () => {
  const { board } = buildWall({ notes: { a: null, b: null }, links: [['a>b', { verdict: 'eliminate' }]] })
  expect(analysisOf(board, 'as-is').actions()).toMatchObject([
    { target: { root: 'links', id: 'a>b' }, label: 'a → b', verdict: 'eliminate', done: false },
  ])
})

test('a judged hand-off of which one end is gone is nothing to do any more', () => {
  const { board } = buildWall({ notes: { a: null, b: null }, links: [['a>b', { verdict: 'eliminate' }]] })
  const [asIs, toBe] = [analysisOf(board, 'as-is'), analysisOf(board, 'to-be')]
  for (const end of ['a', 'b']) {
    const notes = new Map([...board.notes].filter(([id]) => id !== end))
    expect(inOnePiece(actionsOf({ ...board, notes, damaged: board.damaged }, asIs, toBe))).toEqual([])
  }
})

test('a point of failure of the to-be alone is called as it is there', () => {
  const { board } = buildWall({
    notes: {
      old: [null, { kind: 'moment-of-truth', verdict: 'improve' }],
      new: [null, { kind: 'moment-of-truth', version: 'to-be', verdict: 'improve' }],
    },
  })
  expect(
    analysisOf(board, 'as-is')
      .actions()
      .map(({ target, code }) => [target.id, code]),
  ).toEqual([
    ['new', 'M2'],
    ['old', 'M1'],
  ])
})

test('points are decided in the order of their dots, of equals by number, and after the last comes the first left open', () => {
  const point = (votes: Record<string, number>, more: object = {}): WallPlan['notes'][string] => [
    null,
    { kind: 'moment-of-truth', votes, ...more },
  ]
  const { board } = buildWall({
    notes: {
      none: point({}),
      few: point({ first: 1, second: 1 }),
      most: point({ first: 5 }, { verdict: 'keep' }),
      also: point({ first: 2 }),
    },
  })
  const asIs = analysisOf(board, 'as-is')
  const numbered = asIs.points.map(({ id }) => id)
  const equals = numbered.filter(id => id === 'few' || id === 'also')
  expect(byDots(asIs).map(({ id }) => id)).toEqual(['most', ...equals, 'none'])
  expect(undecidedOf(asIs).map(({ id }) => id)).toEqual([...equals, 'none'])
  expect(undecidedAfter(asIs, 'most')?.id).toBe(equals[0])
  expect(undecidedAfter(asIs, equals[0] ?? '')?.id).toBe(equals[1])
  expect(undecidedAfter(asIs, 'none')?.id).toBe(equals[0])
})

test('after the only undecided point there is none to go on to', () => {
  const { board } = buildWall({
    notes: { a: [null, { kind: 'moment-of-truth' }], b: [null, { kind: 'moment-of-truth', verdict: 'keep' }] },
  })
  const asIs = analysisOf(board, 'as-is')
  expect(undecidedAfter(asIs, 'a')).toBeNull()
  expect(undecidedAfter(asIs, 'b')?.id).toBe('a')
})
