import { expect, test } from 'vitest'
import { freeWork } from '#lib/access/rights.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, selected } from '#tests/drivers/gestures.ts'

/** a → b side by side, c above b, d far right; the link is selected. */
const hand = (who: Parameters<typeof boardOf>[1] = {}, more: string[] = []) => {
  const board = boardOf(
    {
      notes: {
        a: [null, { pos: [0, 300] }],
        b: [null, { pos: [400, 300] }],
        c: [null, { pos: [400, 0] }],
        d: [null, { pos: [800, 300] }],
      },
      links: [['a>b', { sides: ['right', 'left'] }], ...more],
    },
    who,
  )
  const on = new Gestures(board)
  on.press(284, 356)
  expect(selected(board)).toEqual(['a-b'])
  return { board, on }
}
const head = [400, 356] as const
const tail = [168, 356] as const
const b = [484, 356] as const
const c = [484, 56] as const
const d = [884, 356] as const
const ends = (board: ReturnType<typeof boardOf>) => {
  const link = board.model.links.get('a-b')
  return link && `${link.from}>${link.to}`
}

test('the head of the selected link is dragged onto another note; its side falls as it lies', () => {
  const { board, on } = hand()
  on.drag(head, c)
  expect(ends(board)).toBe('a>c')
  expect(board.model.links.get('a-b')?.sides).toEqual(['right', 'auto'])
  expect(selected(board)).toEqual(['a-b'])
  expect(board.gesture.get()).toEqual({})
})

test('so is its tail', () => {
  const { board, on } = hand()
  on.drag(tail, d)
  expect(ends(board)).toBe('d>b')
  expect(board.model.links.get('a-b')?.sides).toEqual(['auto', 'left'])
})

test('on its way it is shown from the end that holds, over whichever note it would reach', () => {
  const { board, on } = hand()
  on.pointerDown(...head).pointerMove(300, 700)
  expect(board.gesture.get().link).toMatchObject({ over: null })
  expect(board.gesture.get().link?.route.points.at(-1)).toEqual({ x: 300, y: 700 })
  on.pointerMove(...c)
  expect(board.gesture.get().link?.over).toBe('c')
  expect(board.gesture.get().link?.route.points[0]).toEqual({ x: 168, y: 356 })
  on.escape()
  on.pointerDown(...tail).pointerMove(300, 700)
  expect(board.gesture.get().link?.route.points[0]).toEqual({ x: 300, y: 700 })
  on.pointerMove(...d)
  expect(board.gesture.get().link?.over).toBe('d')
  on.escape()
  expect([ends(board), board.gesture.get()]).toEqual(['a>b', {}])
})

test('let go over nothing, over its other end or where it was, it stays', () => {
  const { board, on } = hand()
  const before = board.model.links.get('a-b')
  on.drag(head, [300, 700])
  on.drag(head, [84, 356])
  on.drag(head, b)
  expect(board.model.links.get('a-b')).toBe(before)
})

test('two notes that are linked already are not linked twice', () => {
  const { board, on } = hand({}, ['a>c'])
  on.drag(head, c)
  expect([ends(board), board.said]).toEqual(['a>b', ['These two notes are linked already.']])
})

test('a link the other way round is no hindrance', () => {
  const { board, on } = hand({}, ['c>a'])
  on.drag(head, c)
  expect(ends(board)).toBe('a>c')
})

test('who may not change links is told so', () => {
  const { board, on } = hand({ role: 'contributor', rights: { ...freeWork, link: false } })
  on.drag(head, c)
  expect([ends(board), board.said]).toEqual(['a>b', ['The current activity does not include this.']])
})

test('a link that has gone meanwhile leads nowhere', () => {
  const { board, on } = hand()
  on.drag([0, 0], c, { on: { type: 'link-end', id: 'gone', end: 'to' } })
  expect([ends(board), board.said]).toEqual(['a>b', []])
})
