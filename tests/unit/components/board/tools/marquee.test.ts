import { expect, test } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, selected } from '#tests/drivers/gestures.ts'

const hand = () => {
  const board = boardOf({
    notes: {
      a: [null, { pos: [0, 100] }],
      b: [null, { pos: [300, 100] }],
      c: [null, { pos: [300, 400], group: 'g' }],
      d: [null, { pos: [900, 400], group: 'g' }],
    },
    links: ['a>b'],
  })
  addEntity(board.writer, 'groups', 'g', { name: 'Together' })
  return { board, on: new Gestures(board) }
}

test('a box drawn on empty paper selects the notes that it touches, as it grows and shrinks', () => {
  const { board, on } = hand()
  on.pointerDown(250, 50).pointerMove(290, 120)
  expect(selected(board)).toEqual([])
  on.pointerMove(310, 120)
  expect(selected(board)).toEqual(['b'])
  expect(board.gesture.get().marquee).toEqual({ x: 250, y: 50, w: 60, h: 70 })
  on.pointerMove(290, 120)
  expect(selected(board)).toEqual([])
  on.pointerUp()
  expect(board.gesture.get()).toEqual({})
})

test('it may be drawn in any direction', () => {
  const { board, on } = hand()
  on.drag([500, 300], [280, 50])
  expect(selected(board)).toContain('b')
})

test('it takes a group whole', () => {
  const { board, on } = hand()
  on.drag([250, 350], [320, 450])
  expect(selected(board)).toEqual(['c', 'd'])
})

test('it selects links with an end in it', () => {
  const { board, on } = hand()
  on.drag([230, 130], [320, 180])
  expect(selected(board)).toEqual(['a-b', 'b'])
})

test('with Shift it adds to what is selected; without, it begins anew', () => {
  const { board, on } = hand()
  on.press(234, 156).press(84, 156, { shift: true })
  on.drag([250, 350], [320, 450], { shift: true })
  expect(selected(board)).toEqual(['a', 'a-b', 'c', 'd'])
  on.drag([250, 60], [320, 110])
  expect(selected(board)).toEqual(['b'])
})

test('it says how many notes it found, and nothing where there are none', () => {
  const { board, on } = hand()
  on.drag([250, 60], [320, 110]).drag([250, 350], [320, 450]).drag([600, 600], [700, 700])
  expect(board.said).toEqual(['1 note selected', '2 notes selected'])
})

test('Escape selects again what was selected', () => {
  const { board, on } = hand()
  on.press(84, 156).pointerDown(250, 50).pointerMove(320, 120)
  expect(selected(board)).toEqual(['b'])
  on.escape()
  expect([selected(board), board.gesture.get()]).toEqual([['a'], {}])
})
