import { describe, expect, test } from 'vitest'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'

const hand = () => {
  const board = boardOf({ notes: { a: [null, { pos: [0, 100] }], b: [null, { pos: [300, 100] }] } })
  return { board, on: new Gestures(board) }
}
const a = [84, 156] as const
const paper = [600, 500] as const

describe('the wall moves along', () => {
  test('with the hand, wherever it is put', () => {
    const { board, on } = hand()
    on.pick({ id: 'hand' }).drag(a, [a[0] + 100, a[1] + 50])
    expect(board.viewport.get()).toEqual({ x: -100, y: -50, zoom: 1 })
    expect([placeOf(board, 'a'), selected(board)]).toEqual([[0, 100], []])
  })

  test('as far on screen as the pointer, however near one looks', () => {
    const { board, on } = hand()
    board.viewport.set({ x: 0, y: 0, zoom: 2 })
    on.pick({ id: 'hand' }).drag(paper, [paper[0] + 100, paper[1]])
    expect(board.viewport.get()).toEqual({ x: -50, y: 0, zoom: 2 })
  })

  test('with the middle button, whatever tool is chosen', () => {
    const { board, on } = hand()
    on.pick({ id: 'note', kind: 'step' }).drag(a, [a[0] + 100, a[1]], { middle: true })
    expect([board.viewport.get().x, board.model.notes.size]).toEqual([-100, 2])
  })

  test('with a finger on empty paper, and not where the finger is on a note or leads another tool', () => {
    const { board, on } = hand()
    on.drag(paper, [paper[0] + 100, paper[1]], { touch: true })
    expect(board.viewport.get().x).toBe(-100)
    on.pick({ id: 'link' }).drag(paper, [paper[0] - 100, paper[1]], { touch: true })
    expect(board.viewport.get().x).toBe(0)
    on.pick({ id: 'select' }).drag(a, [a[0], a[1] + 100], { touch: true, mod: true })
    expect([board.viewport.get().x, placeOf(board, 'a')]).toEqual([0, [0, 200]])
    on.pick({ id: 'note', kind: 'step' }).drag(paper, [paper[0] + 100, paper[1]], { touch: true })
    expect([board.viewport.get().x, board.model.notes.size]).toEqual([0, 3])
  })

  test('not for a press that barely moves', () => {
    const { board, on } = hand()
    on.pick({ id: 'hand' })
      .pointerDown(...paper)
      .pointerMove(paper[0] + 3, paper[1])
      .pointerUp()
    expect(board.viewport.get().x).toBe(0)
  })

  test('and back with Escape', () => {
    const { board, on } = hand()
    on.pick({ id: 'hand' })
      .pointerDown(...paper)
      .pointerMove(700, 600)
    on.escape()
    expect(board.viewport.get()).toEqual({ x: 0, y: 0, zoom: 1 })
  })
})

test('a tap of a finger on empty paper lets go of what is selected, moving the wall does not', () => {
  const { board, on } = hand()
  on.press(...a).drag(paper, [700, 600], { touch: true })
  expect(selected(board)).toEqual(['a'])
  on.press(...paper, { touch: true })
  expect(selected(board)).toEqual([])
})

test('a press of the hand keeps what is selected', () => {
  const { board, on } = hand()
  on.press(...a)
    .pick({ id: 'hand' })
    .press(...paper)
  expect(selected(board)).toEqual(['a'])
})

describe('Space held down', () => {
  test('lends the hand, and gives the tool back', () => {
    const { board, on } = hand()
    on.controller.holdSpace(true)
    expect(on.cursor(...a)).toBe('grab')
    on.drag(a, [a[0] + 100, a[1]])
    expect(on.controller.holdSpace(false), 'the wall was moved meanwhile').toBe(true)
    expect([board.viewport.get().x, selected(board)]).toEqual([-100, []])
    on.press(a[0] + 100, a[1])
    expect(selected(board)).toEqual(['a'])
  })

  test('without a press has moved nothing, the next time as well', () => {
    const { on } = hand()
    on.controller.holdSpace(true)
    expect(on.controller.holdSpace(false)).toBe(false)
    on.press(...a)
    on.controller.holdSpace(true)
    expect(on.controller.holdSpace(false)).toBe(false)
  })
})

test('the pointer is a hand that closes while it moves the wall', () => {
  const { on } = hand()
  on.pick({ id: 'hand' })
  expect(on.cursor(...a)).toBe('grab')
  on.pointerDown(...a)
  expect([on.cursor(...a), on.controller.active]).toEqual(['grabbing', true])
  on.pointerUp()
  expect([on.cursor(...a), on.controller.active]).toEqual(['grab', false])
})

test('a second press ends the first as if it had never begun', () => {
  const { board, on } = hand()
  on.pointerDown(...a, { mod: true })
    .pointerMove(a[0] + 50, a[1])
    .pointerDown(...paper)
  expect([placeOf(board, 'a'), board.previews.own.size]).toEqual([[0, 100], 0])
})

test('a pointer that leaves the wall in the middle of a gesture has not let go', () => {
  const { board, on } = hand()
  on.pointerMove(...a)
    .pointerDown(...a, { mod: true })
    .pointerMove(a[0] + 50, a[1])
    .leave()
  expect([board.hover.get(), board.previews.own.size]).toEqual(['a', 1])
})
