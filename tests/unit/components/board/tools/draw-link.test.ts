import { describe, expect, test } from 'vitest'
import { freeWork } from '#lib/access/rights.ts'
import { moveNotes } from '#lib/board/commands/notes.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

const plan: WallPlan = {
  notes: { a: [null, { pos: [0, 100] }], b: [null, { pos: [500, 100] }], c: [null, { pos: [500, 400] }] },
}
const hand = (who: Parameters<typeof boardOf>[1] = {}, notes = plan.notes) => {
  const board = boardOf({ ...plan, notes }, who)
  return { board, on: new Gestures(board) }
}
const a = [84, 156] as const
const b = [584, 156] as const
/** The handle beside the right edge of the first note; it is there once the pointer has been on the note. */
const handle = [168 + 16, 156] as const
const links = (board: ReturnType<typeof boardOf>) =>
  [...board.model.links.values()].map(({ from, to }) => `${from}>${to}`)

describe('from the handle beside a note', () => {
  test('a drag onto another note links the two, and selects the link', () => {
    const { board, on } = hand()
    on.pointerMove(...a).drag(handle, b)
    expect(links(board)).toEqual(['a>b'])
    expect(selected(board)).toEqual([...board.model.links.keys()])
    expect(board.gesture.get()).toEqual({})
  })

  test('a link keeps the port that it was drawn from, wherever its notes go', () => {
    const { board, on } = hand()
    on.pointerMove(...a).drag([84, 100 - 16], b)
    const [id = ''] = board.model.links.keys()
    expect(board.model.links.get(id)?.sides).toEqual(['top', 'auto'])
    expect(board.links.route(id)?.points[0]).toEqual({ x: 84, y: 100 })
    moveNotes(board.writer, board.model, new Map([['b', { x: 0, y: 700 }]]))
    expect(board.links.route(id)?.points[0]).toEqual({ x: 84, y: 100 })
    on.pointerMove(...a).drag(handle, [300, 300])
    expect([...board.model.links.values()].at(-1)?.sides).toEqual(['right', 'auto'])
  })

  test('the link is shown on its way, and which note it would reach', () => {
    const { board, on } = hand()
    on.pointerMove(...a)
      .pointerDown(...handle)
      .pointerMove(300, 200)
    expect(board.gesture.get().link?.over).toBeNull()
    expect(board.gesture.get().link?.route.points[0]).toEqual({ x: 168, y: 156 })
    expect(board.gesture.get().link?.route.points.at(-1)).toEqual({ x: 300, y: 200 })
    on.pointerMove(...b)
    expect(board.gesture.get().link?.over).toBe('b')
    expect(board.gesture.get().link?.route.points.at(-1)).toEqual({ x: 500, y: 156 })
    expect(board.model.links.size).toBe(0)
  })

  test('a drag onto empty paper grows a linked step with its middle there, open for writing', () => {
    const { board, on } = hand()
    on.pointerMove(...a).drag(handle, [300, 600])
    expect(board.model.notes.size).toBe(4)
    const [made = ''] = selected(board)
    expect(placeOf(board, made)).toEqual([300 - 84, 600 - 56])
    expect(board.model.notes.get(made)?.kind).toBe('step')
    expect(links(board)).toEqual([`a>${made}`])
    expect(board.editing.get()).toEqual({ root: 'notes', id: made, start: 'all' })
  })

  test('a press without moving grows a step on that side', () => {
    const { board, on } = hand()
    on.pointerMove(...a).press(...handle)
    const [made = ''] = selected(board)
    expect(placeOf(board, made)).toEqual([168 + 56, 100])
    expect(links(board)).toEqual([`a>${made}`])
  })

  test('a press at the lower edge grows a step below', () => {
    const { board, on } = hand()
    on.pointerMove(...a).press(84, 212 + 16)
    const [made = ''] = selected(board)
    expect(placeOf(board, made)).toEqual([0, 212 + 56])
  })

  test('a drag back onto the note itself does nothing', () => {
    const { board, on } = hand()
    on.pointerMove(...a)
      .pointerDown(...handle)
      .pointerMove(300, 156)
      .pointerMove(...a)
    expect(board.gesture.get().link?.over, 'a note is not linked to itself').toBeNull()
    on.pointerUp({ on: { type: 'note', id: 'a' } })
    expect([board.model.notes.size, board.model.links.size]).toEqual([3, 0])
  })

  test('two notes are linked once', () => {
    const { board, on } = hand()
    for (let time = 0; time < 2; time++) on.pointerMove(...a).drag(handle, b)
    expect(links(board)).toEqual(['a>b'])
  })

  test('Escape leaves no link behind', () => {
    const { board, on } = hand()
    on.pointerMove(...a)
      .pointerDown(...handle)
      .pointerMove(...b)
    on.escape()
    expect([board.gesture.get(), board.model.links.size, board.model.notes.size]).toEqual([{}, 0, 3])
  })
})

describe('what is not for now', () => {
  test('is said when a link begins, and none is drawn', () => {
    const { board, on } = hand({ role: 'observer' })
    on.pointerMove(...a).drag(handle, b)
    expect(board.model.links.size).toBe(0)
    expect(board.said).toEqual(['You are watching this session: observers change nothing.'])
  })

  test('is said when a step would grow that the activity does not take', () => {
    const { board, on } = hand({ role: 'contributor', rights: { ...freeWork, add: ['idea'] } })
    on.pointerMove(...a).press(...handle)
    expect([board.model.notes.size, board.said]).toEqual([3, ['The current activity does not include this.']])
    on.pointerMove(...a).drag(handle, b)
    expect(links(board), 'linking is').toEqual(['a>b'])
  })

  test('is nothing where the note has gone meanwhile', () => {
    const { board, on } = hand()
    on.press(0, 0, { on: { type: 'edge', id: 'gone', side: 'right' } })
    expect([board.model.notes.size, board.said]).toEqual([3, []])
  })
})

describe('with the link tool', () => {
  const withTool = () => {
    const { board, on } = hand()
    on.pick({ id: 'link' })
    return { board, on }
  }

  test('a drag from anywhere on a note links it', () => {
    const { board, on } = withTool()
    on.drag(a, b)
    expect(links(board)).toEqual(['a>b'])
    expect(placeOf(board, 'a')).toEqual([0, 100])
  })

  test('a drag onto empty paper grows a step there', () => {
    const { board, on } = withTool()
    on.drag(a, [300, 600])
    expect(links(board)).toEqual([`a>${selected(board)[0]}`])
  })

  test('a press on a note that does not move grows nothing; one at its handle does', () => {
    const { board, on } = withTool()
    on.press(...a)
    expect(board.model.notes.size).toBe(3)
    on.pointerMove(...a).press(...handle)
    expect(board.model.notes.size).toBe(4)
  })

  test('a drag on empty paper selects, as ever', () => {
    const { board, on } = withTool()
    on.drag([400, 50], [700, 300])
    expect(selected(board)).toEqual(['b'])
  })

  test('the pointer says where a link can begin, and notes show their handles', () => {
    const { board, on } = withTool()
    expect([on.cursor(...a), on.cursor(400, 700)]).toEqual(['crosshair', 'default'])
    on.pointerMove(...b)
    expect(board.hover.get()).toBe('b')
    on.leave()
    expect(board.hover.get()).toBeNull()
  })
})
