import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { feltMoments, momentLabel } from '#lib/method/emotion.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const lanes = { customer: 'customer', desk: 'front-stage' } as const
const curve = (plan: WallPlan) => analysisOf(buildWall({ lanes, ...plan }).board, 'as-is').emotion()

const felt: WallPlan = {
  notes: {
    asks: ['customer', { pos: [0, 40, 'customer'], feeling: 1 }],
    hears: ['desk', { pos: [400, 40, 'desk'], size: [100, 80] }],
    waits: ['customer', { pos: [800, 40, 'customer'], feeling: -2, cause: 'Nobody calls' }],
    gets: ['customer', { pos: [1200, 40, 'customer'], feeling: 1 }],
    parked: ['customer', { pos: [1600, 40, 'customer'], feeling: 2, place: 'parking' }],
  },
  links: [['asks>hears', { feeling: -1, text: ' by phone ' }], 'hears>gets'],
}

test('the curve stops at what was felt, in notes and at Moments of Truth, from left to right', () => {
  const { stops } = curve(felt)
  expect(stops.map(({ on, id, code, label, feeling, cause, x }) => [on, id, code, label, feeling, cause, x])).toEqual([
    ['notes', 'asks', null, 'asks', 1, null, 84],
    ['links', 'asks>hears', 'M1', 'asks → hears (by phone)', -1, null, (84 + 450) / 2],
    ['notes', 'waits', null, 'waits', -2, 'Nobody calls', 884],
    ['notes', 'gets', null, 'gets', 1, null, 1284],
  ])
})

test('Moments of Truth that nobody has felt are counted', () => {
  expect(curve(felt).unfelt).toBe(1)
  expect(curve({ notes: { a: 'customer', b: 'desk' }, links: [['a>b', { feeling: 0 }]] }).unfelt).toBe(0)
})

test('the strongest feeling is the peak, the first of several as strong; the last one is the end', () => {
  const { peak, end, remembered } = curve(felt)
  expect([peak?.id, end?.id, remembered]).toEqual(['waits', 'gets', -0.5])
  const equal = curve({
    notes: { a: ['customer', { feeling: 1 }], b: ['customer', { feeling: -1 }], c: ['customer', { feeling: 0 }] },
  })
  expect([equal.peak?.id, equal.end?.id, equal.remembered]).toEqual(['a', 'c', 0.5])
})

test('what people say is the peak or the end goes before; of several ends the last', () => {
  const { peak, end } = curve({
    notes: {
      a: ['customer', { feeling: 1, memory: 'peak' }],
      b: ['customer', { feeling: -2, memory: 'end' }],
      c: ['customer', { feeling: 0, memory: 'end' }],
      d: ['customer', { feeling: 2 }],
    },
  })
  expect([peak?.id, end?.id]).toEqual(['a', 'c'])
})

test('without feelings nothing is remembered', () => {
  expect(curve({ notes: { a: 'customer' } })).toEqual({ stops: [], peak: null, end: null, remembered: null, unfelt: 0 })
})

test('stops at one place stand in the order of their ids', () => {
  const at = (feeling: number): WallPlan['notes'][string] => ['customer', { pos: [0, 40, 'customer'], feeling }]
  expect(curve({ notes: { b: at(1), c: at(2), a: at(0) } }).stops.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('each moment says whether it is what stays', () => {
  expect(feltMoments(curve(felt)).map(({ id, stays }) => [id, stays])).toEqual([
    ['asks', ''],
    ['asks>hears', ''],
    ['waits', 'peak'],
    ['gets', 'end'],
  ])
  const [only] = feltMoments(curve({ notes: { a: ['customer', { feeling: 2, cause: 'Why' }] } }))
  expect(only).toEqual({ id: 'a', on: 'notes', code: null, label: 'a', feeling: 2, cause: 'Why', stays: 'peak, end' })
})

test('a note is called by its text, a link by the two notes that it joins and by its own', () => {
  const { board } = buildWall({
    notes: { a: [null, { text: '  Asks ' }], b: [null, { text: ' ' }] },
    links: ['a>b', ['b>a', { text: ' back ' }]],
  })
  const [a, b] = [board.notes.get('a'), board.notes.get('b')]
  const [there, back] = [board.links.get('a>b'), board.links.get('b>a')]
  if (!a || !b || !there || !back) throw new Error('The wall is empty.')
  expect([a, b, there, back].map(one => momentLabel(one, board))).toEqual([
    ...['Asks', 'Untitled', 'Asks → Untitled', 'Untitled → Asks (back)'],
  ])
  expect(momentLabel({ ...there, to: 'gone' }, board)).toBe('Asks → Untitled')
})
