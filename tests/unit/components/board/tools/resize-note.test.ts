import { expect, test } from 'vitest'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures } from '#tests/drivers/gestures.ts'

/** A note of 200 × 100 px at 300, 300, selected. */
const hand = (who: Parameters<typeof boardOf>[1] = {}) => {
  const board = boardOf({ notes: { a: [null, { pos: [300, 300], size: [200, 100] }] } }, who)
  const on = new Gestures(board)
  on.press(400, 350)
  return { board, on }
}
const box = (board: ReturnType<typeof boardOf>) => {
  const note = board.model.notes.get('a')
  return note && [note.x, note.y, note.w, note.h]
}

test.each([
  ['lower right', [500, 400], [300, 300, 240, 130]],
  ['lower left', [300, 400], [340, 300, 160, 130]],
  ['upper right', [500, 300], [300, 330, 240, 70]],
  ['upper left', [300, 300], [340, 330, 160, 70]],
] as const)('the %s corner is dragged, the one across stays', (_, [x, y], changed) => {
  const { board, on } = hand()
  on.drag([x, y], [x + 40, y + 30])
  expect(box(board)).toEqual(changed)
})

test('the new size is shown on its way, and written at the end', () => {
  const { board, on } = hand()
  on.pointerDown(500, 400).pointerMove(600, 500)
  expect(board.previews.own.get('a')).toEqual({ x: 300, y: 300, w: 300, h: 200 })
  expect(box(board)).toEqual([300, 300, 200, 100])
  on.pointerUp()
  expect([box(board), board.previews.own.size]).toEqual([[300, 300, 300, 200], 0])
})

test('with Shift it keeps its proportions, as large as the pointer reaches either way', () => {
  const { board, on } = hand()
  on.drag([500, 400], [700, 410], { shift: true })
  expect(box(board)).toEqual([300, 300, 400, 200])
  on.drag([700, 500], [710, 600], { shift: true })
  expect(box(board)).toEqual([300, 300, 600, 300])
})

test('it stays within 48 × 32 and 1,200 × 1,200 px, its other corner where it was', () => {
  const { board, on } = hand()
  on.drag([300, 300], [900, 900])
  expect(box(board)).toEqual([452, 368, 48, 32])
  const large = hand()
  large.on.drag([300, 300], [-2000, -2000])
  expect(box(large.board)).toEqual([-700, -800, 1200, 1200])
})

test('Escape leaves the size', () => {
  const { board, on } = hand()
  on.pointerDown(500, 400).pointerMove(600, 500)
  on.escape()
  expect([box(board), board.previews.own.size]).toEqual([[300, 300, 200, 100], 0])
})

test('who may not move it is told so; a note that has gone has no corners', () => {
  const { board, on } = hand({ role: 'observer' })
  on.drag([500, 400], [600, 500])
  expect(box(board)).toEqual([300, 300, 200, 100])
  expect(board.said).toEqual(['You are watching this session: observers change nothing.'])
  on.drag([0, 0], [60, 50], { on: { type: 'corner', id: 'gone', corner: 'se' } })
  expect(board.said).toHaveLength(1)
})
