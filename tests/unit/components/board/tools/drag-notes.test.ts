import { describe, expect, test } from 'vitest'
import { setFields } from '#lib/board/commands/writer.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

const plan: WallPlan = {
  notes: { a: [null, { pos: [0, 100] }], b: [null, { pos: [300, 100] }], c: [null, { pos: [600, 400] }] },
  links: ['a>b'],
}
const hand = (who: Parameters<typeof boardOf>[1] = {}, notes = plan.notes) => {
  const board = boardOf({ ...plan, notes }, who)
  return { board, on: new Gestures(board) }
}
const a = [84, 156] as const
const b = [384, 156] as const

test('a drag moves what is selected by as much as the pointer moved', () => {
  const { board, on } = hand()
  on.press(...a).press(...b, { shift: true })
  on.drag(a, [a[0] + 40, a[1] + 150], { mod: true })
  expect([placeOf(board, 'a'), placeOf(board, 'b'), placeOf(board, 'c')]).toEqual([
    [40, 250],
    [340, 250],
    [600, 400],
  ])
  expect(selected(board)).toEqual(['a', 'b'])
})

test('a drag of a note that is not selected takes that note alone', () => {
  const { board, on } = hand()
  on.press(...b).drag(a, [a[0], a[1] + 300], { mod: true })
  expect([placeOf(board, 'a'), placeOf(board, 'b')]).toEqual([
    [0, 400],
    [300, 100],
  ])
})

test('a drag with Shift takes along a note that was not selected', () => {
  const { board, on } = hand()
  on.press(...b).drag(a, [a[0] + 100, a[1]], { shift: true, mod: true })
  expect(selected(board)).toEqual(['a', 'b'])
  expect([placeOf(board, 'a'), placeOf(board, 'b')]).toEqual([
    [100, 100],
    [400, 100],
  ])
})

test('a drag is shown while it goes on and written once at its end, as one step to undo', () => {
  const { board, on } = hand()
  let writes = 0
  board.doc.on('update', () => writes++)
  on.pointerDown(...a, { mod: true })
    .pointerMove(a[0] + 30, a[1])
    .pointerMove(a[0] + 60, a[1] + 10)
  expect(board.previews.own.get('a')).toEqual({ x: 60, y: 110, w: 168, h: 112 })
  expect([placeOf(board, 'a'), writes]).toEqual([[0, 100], 0])
  on.pointerUp()
  expect([placeOf(board, 'a'), writes, board.previews.own.size]).toEqual([[60, 110], 1, 0])
  board.undo.undo()
  expect(placeOf(board, 'a')).toEqual([0, 100])
})

test('Escape puts everything back', () => {
  const { board, on } = hand()
  on.pointerDown(...a).pointerMove(a[0] + 290, a[1])
  on.escape()
  expect([placeOf(board, 'a'), board.previews.own.size, board.gesture.get()]).toEqual([[0, 100], 0, {}])
  expect(selected(board)).toEqual([])
})

test('a note goes where its mover saw it, whoever moved it meanwhile', () => {
  const { board, on } = hand()
  on.pointerDown(...a, { mod: true }).pointerMove(a[0] + 50, a[1])
  setFields(board.writer, 'notes', 'a', { pos: [900, 700] })
  on.pointerUp()
  expect(placeOf(board, 'a')).toEqual([50, 100])
})

describe('edges', () => {
  test('near those of others find each other, which a line shows', () => {
    const { board, on } = hand()
    on.pointerDown(...a).pointerMove(a[0] + 295, a[1] + 250)
    expect(board.previews.own.get('a')).toMatchObject({ x: 300, y: 350 })
    expect(board.gesture.get().guides).toEqual([{ across: 'x', at: 300, from: 100, to: 462 }])
    on.pointerUp()
    expect([placeOf(board, 'a'), board.gesture.get()]).toEqual([[300, 350], {}])
  })

  test('do not with Mod, nor where the others are out of sight', () => {
    const { board, on } = hand()
    on.drag(a, [a[0] + 295, a[1] + 250], { mod: true })
    expect(placeOf(board, 'a')).toEqual([295, 350])
    const far = hand({}, { ...plan.notes, b: [null, { pos: [300, -400] }] })
    far.on.drag(a, [a[0] + 295, a[1] + 250])
    expect(placeOf(far.board, 'a')).toEqual([295, 350])
  })

  test('find each other within 6 px of the screen, however near one looks', () => {
    const { board, on } = hand()
    board.viewport.set({ x: 0, y: 0, zoom: 2 })
    // Two px on screen are one of the board.
    on.drag([a[0] * 2, a[1] * 2], [(a[0] + 295) * 2, (a[1] + 250) * 2])
    expect(placeOf(board, 'a')).toEqual([295, 350])
    on.drag([(295 + 84) * 2, (350 + 56) * 2 - 80], [(297.5 + 84) * 2, (350 + 56) * 2 - 80])
    expect(placeOf(board, 'a')).toEqual([300, 350])
  })
})

test('with Shift a drag keeps to the direction it goes farther in', () => {
  const { board, on } = hand()
  on.pointerDown(...a).pointerMove(a[0] + 100, a[1] + 60, { shift: true, mod: true })
  expect(board.previews.own.get('a')).toMatchObject({ x: 100, y: 100 })
  on.pointerMove(a[0] + 100, a[1] + 160, { shift: true, mod: true })
  expect(board.previews.own.get('a')).toMatchObject({ x: 0, y: 260 })
  on.escape()
})

describe('with Alt', () => {
  test('the originals stay, copies go with the links between them, and are selected', () => {
    const { board, on } = hand()
    on.press(...a).press(...b, { shift: true })
    on.pointerDown(...a).pointerMove(a[0] + 10, a[1] + 300, { alt: true, mod: true })
    expect(board.gesture.get().ghosts).toEqual([
      { box: { x: 10, y: 400, w: 168, h: 112 }, kind: 'step', paper: 'yellow' },
      { box: { x: 310, y: 400, w: 168, h: 112 }, kind: 'step', paper: 'yellow' },
    ])
    expect(board.previews.own.size, 'the originals are shown where they are').toBe(0)
    on.pointerUp({ alt: true, mod: true })
    expect([placeOf(board, 'a'), placeOf(board, 'b'), board.model.notes.size]).toEqual([[0, 100], [300, 100], 5])
    const copies = selected(board)
    expect(copies.map(id => placeOf(board, id)).sort((p, q) => p[0] - q[0])).toEqual([
      [10, 400],
      [310, 400],
    ])
    expect(
      [...board.model.links.values()].filter(({ from, to }) => copies.includes(from) && copies.includes(to)),
    ).toHaveLength(1)
    expect(board.gesture.get()).toEqual({})
  })

  test('let go before the end it is a move after all', () => {
    const { board, on } = hand()
    on.pointerDown(...a).pointerMove(a[0] + 10, a[1] + 300, { alt: true, mod: true })
    on.pointerUp({ mod: true })
    expect([placeOf(board, 'a'), board.model.notes.size]).toEqual([[10, 400], 3])
  })

  test('it says why no copies can be put there', () => {
    const { board, on } = hand({ role: 'contributor', rights: { ...boardOf(plan).access.get().phase.rights, add: [] } })
    on.pointerDown(...a)
      .pointerMove(a[0] + 10, a[1] + 300, { alt: true })
      .pointerUp({ alt: true })
    expect([board.model.notes.size, board.said]).toEqual([3, ['The current activity does not include this.']])
  })

  test('locked notes are not copied: there is nothing to drag', () => {
    const { board, on } = hand({}, { ...plan.notes, a: [null, { pos: [0, 100], locked: true }] })
    on.pointerDown(...a)
      .pointerMove(a[0] + 10, a[1] + 300, { alt: true })
      .pointerUp({ alt: true })
    expect(board.model.notes.size).toBe(3)
  })
})

describe('what may not be moved', () => {
  test('stays: locked notes, while the others of the selection go', () => {
    const { board, on } = hand({}, { ...plan.notes, a: [null, { pos: [0, 100], locked: true }] })
    on.press(...a).press(...b, { shift: true })
    on.drag(b, [b[0], b[1] + 300], { mod: true })
    expect([placeOf(board, 'a'), placeOf(board, 'b')]).toEqual([
      [0, 100],
      [300, 400],
    ])
    on.press(...a).drag(a, [a[0] + 50, a[1]])
    expect([placeOf(board, 'a'), board.said]).toEqual([[0, 100], ['Locked notes stay where they are.']])
  })

  test('stays, and the reason is said once', () => {
    const { board, on } = hand({ role: 'observer' })
    on.pointerDown(...a)
    for (const x of [20, 40, 60]) on.pointerMove(a[0] + x, a[1])
    on.pointerUp()
    expect(placeOf(board, 'a')).toEqual([0, 100])
    expect(board.previews.own.size).toBe(0)
    expect(board.said).toEqual(['You are watching this session: observers change nothing.'])
  })
})
