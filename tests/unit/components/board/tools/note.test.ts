import { expect, test } from 'vitest'
import { addNoteBeside, kindAt } from '#components/board/tools/note.ts'
import { freeWork } from '#lib/access/rights.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

const plan: WallPlan = { lanes: { desk: 'front-stage' }, notes: { a: ['desk', { kind: 'pain' }] } }
const hand = (who: Parameters<typeof boardOf>[1] = {}) => {
  const board = boardOf(plan, who)
  return { board, on: new Gestures(board).pick({ id: 'note', kind: 'decision' }) }
}

test('a press puts a note of the chosen kind with its middle there, open for writing, and puts the tool away', () => {
  const { board, on } = hand()
  on.press(500, 120)
  const [made = ''] = selected(board)
  expect(board.model.notes.get(made)).toMatchObject({ kind: 'decision', x: 416, y: 64, lane: 'desk' })
  expect(board.editing.get()).toEqual({ root: 'notes', id: made, start: 'end' })
  expect(board.tool.get()).toEqual({ id: 'select' })
})

test('the note goes where the pointer is let go', () => {
  const { board, on } = hand()
  on.drag([500, 120], [600, 500])
  expect(placeOf(board, selected(board)[0] ?? '')).toEqual([600 - 84, 500 - 56])
})

test('the note to be is shown under the pointer, and no longer when the pointer leaves the wall', () => {
  const { board, on } = hand()
  on.pointerMove(500, 120)
  expect(board.gesture.get().ghosts).toMatchObject([{ box: { x: 416, y: 64, w: 168, h: 112 }, kind: 'decision' }])
  on.leave()
  expect(board.gesture.get()).toEqual({})
  on.pointerMove(500, 120).press(500, 120)
  expect(board.gesture.get(), 'nor when it is there').toEqual({})
})

test('Escape during the press puts no note, and keeps the tool', () => {
  const { board, on } = hand()
  on.pointerMove(500, 120).pointerDown(500, 120)
  on.escape()
  expect([board.model.notes.size, board.gesture.get(), board.tool.get().id]).toEqual([1, {}, 'note'])
})

test('a note that is not for now is refused with the reason', () => {
  const { board, on } = hand({ role: 'contributor', rights: { ...freeWork, add: ['idea'] } })
  on.press(500, 120)
  expect([board.model.notes.size, board.said]).toEqual([1, ['The current activity does not include this.']])
  expect(board.editing.get()).toBeNull()
})

test('the pointer says that a press adds', () => expect(hand().on.cursor(500, 120)).toBe('copy'))

test('a note of the same kind goes to the first free place on the right of another', () => {
  const { board } = hand()
  addNoteBeside(board, 'a')
  const [made = ''] = selected(board)
  expect(board.model.notes.get(made)).toMatchObject({ kind: 'pain', x: 168 + 56, y: 40 })
  board.editing.set(null)
  addNoteBeside(board, 'a')
  expect(placeOf(board, selected(board)[0] ?? '')).toEqual([2 * (168 + 56), 40])
  addNoteBeside(board, 'gone')
  expect(board.model.notes.size).toBe(3)
})

test('who chose no kind gets a step in a lane, a plain note on open paper, or else what the activity takes', () => {
  const inLane = { x: 500, y: 120 }
  const onPaper = { x: 500, y: 900 }
  const kinds = (add: 'all' | ('step' | 'plain' | 'idea' | 'pain')[]) => {
    const { board } = hand({ role: 'contributor', rights: { ...freeWork, add } })
    return [kindAt(board, inLane), kindAt(board, onPaper)]
  }
  expect(kinds('all')).toEqual(['step', 'plain'])
  expect(kinds(['plain', 'idea'])).toEqual(['plain', 'plain'])
  expect(kinds(['step', 'idea'])).toEqual(['step', 'step'])
  expect(kinds(['idea', 'pain']), 'in the order of the palette').toEqual(['pain', 'pain'])
  expect(kinds([]), 'to be refused with the reason').toEqual(['step', 'plain'])
})
