import { expect, test } from 'vitest'
import { inReadingOrder, insertSteps, moveAcross, moveAlong } from '#lib/board/commands/outline.ts'
import { stepGap } from '#lib/board/layout.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { wallOf } from '#tests/drivers/boards.ts'

const wall = () =>
  wallOf({
    lanes: [
      { id: 'guest', name: 'Guest', actor: 'customer', height: 240 },
      { id: 'bar', name: 'Barista', actor: 'back-stage', height: 240 },
    ],
    notes: [
      { id: 'orders', kind: 'step', text: 'Orders', x: 0, y: 64 },
      { id: 'enjoys', kind: 'step', text: 'Enjoys', x: 200, y: 64 },
      { id: 'makes', kind: 'step', text: 'Makes it', x: 200, y: 300 },
    ],
    links: [{ id: 'way', from: 'orders', to: 'enjoys', text: 'gladly' }],
  })
type Wall = ReturnType<typeof wall>
const texts = ({ board }: Wall, lane: string | null) =>
  inReadingOrder(board.notes.values(), lane).map(note => note.text)
const ways = ({ board }: Wall) =>
  [...board.links.values()].map(({ from, to }) => `${board.notes.get(from)?.text}→${board.notes.get(to)?.text}`).sort()
const steps = { kind: 'step', linked: true } as const

test('a step typed behind another lies between it and the next, which moves aside only as far as it must', () => {
  const it = wall()
  insertSteps(it.writer, it.board, { ...steps, lane: 'guest', after: 'orders', texts: ['Waits'] })
  expect(texts(it, 'guest')).toEqual(['Orders', 'Waits', 'Enjoys'])
  const [, waits, enjoys] = inReadingOrder(it.board.notes.values(), 'guest')
  expect(enjoys?.x).toBe((waits?.x ?? 0) + (waits?.w ?? 0) + stepGap)
  expect(it.board.notes.get('makes')?.x).toBe(200)
})

test('the way leads through the steps put in between, and keeps its label where it begins', () => {
  const it = wall()
  insertSteps(it.writer, it.board, { ...steps, lane: 'guest', after: 'orders', texts: ['Waits', 'Is served'] })
  expect(ways(it)).toEqual(['Is served→Enjoys', 'Orders→Waits', 'Waits→Is served'])
  expect([...it.board.links.values()].find(link => link.from === 'orders')?.text).toBe('gladly')
})

test('without linking, steps only lie there; the first of a lane needs no other', () => {
  const it = wall()
  insertSteps(it.writer, it.board, { ...steps, linked: false, lane: 'bar', after: 'makes', texts: ['Cleans'] })
  insertSteps(it.writer, it.board, { ...steps, lane: null, after: null, texts: ['Loose', 'Ends'] })
  expect(texts(it, 'bar')).toEqual(['Makes it', 'Cleans'])
  expect(texts(it, null)).toEqual(['Loose', 'Ends'])
  expect(ways(it)).toEqual(['Loose→Ends', 'Orders→Enjoys'])
})

test('several steps at once are one thing to undo', () => {
  const it = wall()
  const undo = new BoardUndo(it.doc)
  insertSteps(it.writer, it.board, { ...steps, lane: 'guest', after: 'orders', texts: ['A', 'B', 'C'] })
  undo.undo()
  expect(texts(it, 'guest')).toEqual(['Orders', 'Enjoys'])
  expect(ways(it)).toEqual(['Orders→Enjoys'])
  expect(it.board.notes.get('enjoys')?.x).toBe(200)
})

test('a step changes places with its neighbour, and stays where there is none', () => {
  const it = wall()
  moveAlong(it.writer, it.board, 'orders', 1)
  expect(texts(it, 'guest')).toEqual(['Enjoys', 'Orders'])
  moveAlong(it.writer, it.board, 'orders', 1)
  expect(texts(it, 'guest')).toEqual(['Enjoys', 'Orders'])
})

test('a step goes to the lane below beside what lies there, not onto it', () => {
  const it = wall()
  moveAcross(it.writer, it.board, 'enjoys', 1)
  expect(texts(it, 'bar')).toEqual(['Makes it', 'Enjoys'])
  expect(it.board.notes.get('enjoys')?.x).toBeGreaterThanOrEqual(200 + 168)
  moveAcross(it.writer, it.board, 'enjoys', -1)
  expect(texts(it, 'guest')).toEqual(['Orders', 'Enjoys'])
})
