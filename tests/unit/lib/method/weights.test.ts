import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { buildFlow } from '#lib/method/graph.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { type PathChoices, routingFrom, routingOf } from '#lib/method/weights.ts'
import { buildWall } from '#tests/drivers/wall.ts'

type Shares = Readonly<Record<string, number | null>>

/** Note b between a, to which it may go back, and c, d and e; the share of each way, or null where none is stated. */
function fromB(shares: Shares, chosen?: string) {
  const { board } = buildWall({
    notes: { start: null, a: null, aa: null, b: null, c: null, d: null, e: null },
    links: ['start>a', 'a>aa', 'aa>b', ...Object.entries(shares).map(([to, share]) => way(to, share))],
  })
  const b = buildFlow(board).notes.get('b')
  if (!b) throw new Error('The wall has no b.')
  const choices: PathChoices = new Map(chosen ? [['b', `b>${chosen}`]] : [])
  const { onwards, straight, parallel, assumed } = routingFrom(b, choices)
  const said = (branches: typeof onwards) =>
    branches.map(([link, p]) => `${link.to.note.id} ${Number(p.toFixed(6))}`).join(', ')
  return { onwards: said(onwards), straight: said(straight), parallel, assumed }
}
const way = (to: string, share: number | null): [string, Fields] => [`b>${to}`, share === null ? {} : { share }]

test.each<[name: string, shares: Shares, onwards: string, straight: string, assumed: boolean]>([
  ['nothing goes on', {}, '', '', false],
  ['the only way is taken by all, whatever it says', { c: 0.4 }, 'c 1', 'c 1', false],
  ['without shares the ways are as likely', { c: null, d: null }, 'c 0.5, d 0.5', 'c 0.5, d 0.5', true],
  ['stated shares stay', { c: 0.2, d: 0.8 }, 'c 0.2, d 0.8', 'c 0.2, d 0.8', false],
  [
    'ways without a share divide the rest',
    { c: 0.2, d: null, e: null },
    'c 0.2, d 0.4, e 0.4',
    'c 0.2, d 0.4, e 0.4',
    true,
  ],
  ['shares beyond 1 are scaled', { c: 0.6, d: 0.9 }, 'c 0.4, d 0.6', 'c 0.4, d 0.6', false],
  ['shares below 1 are scaled', { c: 0.1, d: 0.4 }, 'c 0.2, d 0.8', 'c 0.2, d 0.8', false],
  [
    'beyond 1 nothing is left for the others',
    { c: 0.6, d: 0.9, e: null },
    'c 0.4, d 0.6, e 0',
    'c 0.4, d 0.6, e 0',
    true,
  ],
  ['shares of nothing are as likely', { c: 0, d: 0 }, 'c 0.5, d 0.5', 'c 0.5, d 0.5', false],
  [
    'what goes back is left out of what goes right the first time',
    { a: 0.2, c: 0.2, d: 0.6 },
    'c 0.2, d 0.6, a 0.2',
    'c 0.25, d 0.75',
    false,
  ],
  [
    'the rest is divided among the ways forward only',
    { a: 0.2, c: null, d: 0.6 },
    'c 0.2, d 0.6, a 0.2',
    'c 0.25, d 0.75',
    true,
  ],
  ['a single way forward needs no share', { a: 0.2, c: null }, 'c 0.8, a 0.2', 'c 1', false],
  ['a way back without a share is assumed not taken', { a: null, c: null }, 'c 1', 'c 1', true],
  ['one of two ways back has a share', { a: null, aa: 0.25, c: 0.75 }, 'c 0.75, aa 0.25', 'c 1', true],
  ['a way back that nobody takes', { a: 0, c: 0.5, d: 0.5 }, 'c 0.5, d 0.5', 'c 0.5, d 0.5', false],
  [
    'all go back: none goes on, and straight is as if none did',
    { a: 1, c: 0.3, d: 0.1 },
    'c 0, d 0, a 1',
    'c 0.75, d 0.25',
    false,
  ],
  ['more than all go back', { a: 0.7, aa: 0.6, c: null }, 'c 0, a 0.7, aa 0.6', 'c 1', false],
  ['there is no way but back', { a: 0.1, aa: 0.3 }, 'a 0.25, aa 0.75', '', false],
  ['the only way is back, without a share', { a: null }, 'a 1', '', false],
])('%s', (_, shares, onwards, straight, assumed) => {
  expect(fromB(shares)).toEqual({ onwards, straight, assumed, parallel: false })
})

test('ways that every case takes are parallel, each for sure', () => {
  expect(fromB({ c: 1, d: 1 })).toEqual({ onwards: 'c 1, d 1', straight: 'c 1, d 1', parallel: true, assumed: false })
})

test('of a decision that somebody made only the chosen way is left, and what goes back; nothing is assumed', () => {
  expect(fromB({ a: 0.2, c: null, d: null, e: 0.1 }, 'd')).toMatchObject({
    ...{ onwards: 'd 0.8, a 0.2', straight: 'd 1', assumed: false },
  })
  expect(fromB({ a: null, c: null, d: null }, 'c')).toMatchObject({ onwards: 'c 1', assumed: true })
  expect(fromB({ a: 1, c: 0.5, d: 0.5 }, 'd'), 'all go back').toMatchObject({ straight: 'c 0.5, d 0.5' })
})

/** s, then a loop of a and b, then c; how the loop ends. */
function loop(back: Fields, on: [string, Fields] | null) {
  const { board } = buildWall({
    notes: { s: null, a: null, b: null, c: null },
    links: ['s>a', 'a>b', ['b>a', back], ...(on ? [on] : [])],
  })
  const flow = buildFlow(board)
  const { routing, endless } = inOnePiece(routingOf(flow))
  const [a, b] = [flow.notes.get('a'), flow.notes.get('b')]
  if (!a || !b) throw new Error('The wall has no loop.')
  const onwards = [a, b].map(n =>
    routing
      .get(n)
      ?.onwards.map(([{ id }, p]) => `${id} ${p}`)
      .join(', '),
  )
  return { onwards, endless: endless.map(notes => notes.map(n => n.note.id).sort()) }
}

test('a loop that nothing leaves is told, and left after one pass', () => {
  expect(loop({}, null)).toEqual({ onwards: ['a>b 1', ''], endless: [['a', 'b']] })
  expect(loop({ share: 1 }, ['b>c', {}])).toEqual({ onwards: ['a>b 1', 'b>c 1'], endless: [['a', 'b']] })
})

test('a loop that some leave stays as it is, whichever note they leave it from', () => {
  expect(loop({ share: 0.5 }, ['b>c', {}])).toEqual({ onwards: ['a>b 1', 'b>c 0.5, b>a 0.5'], endless: [] })
  expect(loop({}, ['a>c', { share: 0.5 }])).toEqual({ onwards: ['a>b 0.5, a>c 0.5', 'b>a 1'], endless: [] })
})
