import { describe, expect, test } from 'vitest'
import type { Hit } from '#components/board/tools/tool.ts'
import { addEntity } from '#lib/board/commands/writer.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

/** Three notes of 168 × 112 px side by side on open paper, the first two linked. */
const plan: WallPlan = {
  notes: {
    a: [null, { pos: [0, 100] }],
    b: [null, { pos: [300, 100] }],
    c: [null, { pos: [600, 100] }],
  },
  links: ['a>b'],
}
const hand = (more: Partial<WallPlan> = {}, who: Parameters<typeof boardOf>[1] = {}) => {
  const board = boardOf({ ...plan, ...more }, who)
  return { board, on: new Gestures(board) }
}
/** Middles of the notes. */
const [a, b, c] = [
  [84, 156],
  [384, 156],
  [684, 156],
] as const

describe('a press', () => {
  test('selects the note, and the next one instead of it', () => {
    const { board, on } = hand()
    on.press(...a)
    expect(selected(board)).toEqual(['a'])
    on.press(...b)
    expect(selected(board)).toEqual(['b'])
  })

  test('selects at once, before the pointer is let go', () => {
    const { board, on } = hand()
    on.pointerDown(...a)
    expect(selected(board)).toEqual(['a'])
  })

  test('that barely moves selects the note and leaves it where it was', () => {
    const { board, on } = hand()
    on.pointerDown(...a)
      .pointerMove(a[0] + 3, a[1] + 2)
      .pointerUp()
    expect(selected(board)).toEqual(['a'])
    expect(placeOf(board, 'a')).toEqual([0, 100])
    expect(board.previews.own.size).toBe(0)
  })

  test('of a finger may tremble more than one of a mouse', () => {
    const { board, on } = hand()
    on.pointerDown(...a, { touch: true })
      .pointerMove(a[0] + 8, a[1])
      .pointerUp()
    expect(placeOf(board, 'a')).toEqual([0, 100])
    on.drag(a, [a[0] + 20, a[1]], { touch: true, mod: true })
    expect(placeOf(board, 'a')).toEqual([20, 100])
  })

  test('with Shift adds a note and takes it away again', () => {
    const { board, on } = hand()
    on.press(...a).press(...b, { shift: true })
    expect(selected(board)).toEqual(['a', 'b'])
    on.press(...a, { shift: true })
    expect(selected(board)).toEqual(['b'])
  })

  test('on one of several selected singles it out, but only when it turns out not to be a drag', () => {
    const { board, on } = hand()
    on.press(...a).press(...b, { shift: true })
    on.pointerDown(...a)
    expect(selected(board)).toEqual(['a', 'b'])
    on.pointerUp()
    expect(selected(board)).toEqual(['a'])
  })

  test('on empty paper lets go of what is selected, with Shift it does not', () => {
    const { board, on } = hand()
    on.press(...a).press(500, 500, { shift: true })
    expect(selected(board)).toEqual(['a'])
    on.press(500, 500)
    expect(selected(board)).toEqual([])
  })

  test('selects a link, with Shift beside what is selected', () => {
    const { board, on } = hand()
    on.press(234, 156)
    expect(selected(board)).toEqual(['a-b'])
    on.press(...c).press(234, 156, { shift: true })
    expect(selected(board)).toEqual(['a-b', 'c'])
  })

  test('drawn from a link selects what it passes over', () => {
    const { board, on } = hand()
    on.pointerDown(234, 156).pointerMove(500, 300)
    expect(board.gesture.get().marquee).toEqual({ x: 234, y: 156, w: 266, h: 144 })
    on.pointerUp()
    expect(selected(board)).toEqual(['b'])
  })

  test('given up with Escape leaves selected what was', () => {
    const { board, on } = hand()
    on.press(...a).pointerDown(...b)
    expect(selected(board)).toEqual(['b'])
    expect(on.escape()).toBe(true)
    expect(selected(board)).toEqual(['a'])
    expect(on.escape(), 'there is nothing more to give up').toBe(false)
  })
})

describe('a group', () => {
  const grouped: Partial<WallPlan> = {
    notes: {
      a: [null, { pos: [0, 100], group: 'g' }],
      b: [null, { pos: [300, 100], group: 'g' }],
      c: [null, { pos: [600, 100] }],
    },
  }
  const withGroup = () => {
    const { board, on } = hand(grouped)
    addEntity(board.writer, 'groups', 'g', { name: 'Group' })
    return { board, on }
  }

  test('is selected as a whole by a press on one of its notes, and by a press on its name', () => {
    const { board, on } = withGroup()
    on.press(...a)
    expect(selected(board)).toEqual(['a', 'b'])
    on.press(...c).press(100, 60, { on: { type: 'group', id: 'g' } })
    expect(selected(board)).toEqual(['a', 'b'])
  })

  test('goes in and out of what is selected as a whole', () => {
    const { board, on } = withGroup()
    on.press(...c).press(...b, { shift: true })
    expect(selected(board)).toEqual(['a', 'b', 'c'])
    on.press(...a, { shift: true })
    expect(selected(board)).toEqual(['c'])
  })

  test('is moved by its name', () => {
    const { board, on } = withGroup()
    on.drag([100, 60], [130, 260], { on: { type: 'group', id: 'g' }, mod: true })
    expect([placeOf(board, 'a'), placeOf(board, 'b'), placeOf(board, 'c')]).toEqual([
      [30, 300],
      [330, 300],
      [600, 100],
    ])
  })

  test('that no longer is does not bind its notes', () => {
    const { board, on } = hand(grouped)
    on.press(...a)
    expect(selected(board)).toEqual(['a'])
  })
})

describe('a double press', () => {
  test('opens the text of a note, with the caret at its end', () => {
    const { board, on } = hand()
    on.doublePress(...b)
    expect(board.editing.get()).toEqual({ root: 'notes', id: 'b', start: 'end' })
    expect(selected(board)).toEqual(['b'])
  })

  test('opens the label of a link', () => {
    const { board, on } = hand()
    on.doublePress(234, 156)
    expect(board.editing.get()).toEqual({ root: 'links', id: 'a-b', start: 'end' })
  })

  test('opens the name of a lane or a group, selected to be written anew', () => {
    const { board, on } = hand({ lanes: { desk: 'front-stage' } })
    on.doublePress(10, 10, { on: { type: 'lane-heading', id: 'desk' } })
    expect(board.editing.get()).toEqual({ root: 'lanes', id: 'desk', start: 'all' })
    on.doublePress(10, 10, { on: { type: 'group', id: 'g' } })
    expect(board.editing.get()).toEqual({ root: 'groups', id: 'g', start: 'all' })
  })

  test('puts a plain note with its middle there on open paper, and a step into a lane', () => {
    const { board, on } = hand({ lanes: { desk: 'front-stage' } })
    on.doublePress(1000, 700)
    const [plain = ''] = board.selection.get().notes
    expect(board.model.notes.get(plain)).toMatchObject({ kind: 'plain', x: 1000 - 84, y: 700 - 56, lane: null })
    on.doublePress(1000, 120)
    const [step = ''] = board.selection.get().notes
    expect(board.model.notes.get(step)).toMatchObject({ kind: 'step', x: 916, y: 64, lane: 'desk' })
    expect(board.editing.get()).toEqual({ root: 'notes', id: step, start: 'end' })
  })

  test('on a handle does nothing', () => {
    const { board, on } = hand()
    const handles: Hit[] = [
      { type: 'corner', id: 'a', corner: 'se' },
      { type: 'link-end', id: 'a-b', end: 'to' },
      { type: 'lane-edge', id: 'desk' },
    ]
    for (const handle of handles) on.doublePress(0, 0, { on: handle })
    on.controller.doublePress({
      ...{ at: { x: 0, y: 0 }, screen: { x: 0, y: 0 }, hit: { type: 'edge', id: 'a', side: 'right' } },
      ...{ shift: false, alt: false, mod: false, touch: false },
    })
    expect(board.editing.get()).toBeNull()
    expect(board.model.notes.size).toBe(3)
  })

  test('says why a text cannot be written now', () => {
    const { board, on } = hand(
      { notes: { ...plan.notes, a: [null, { pos: [0, 100], locked: true }] }, lanes: { desk: 'front-stage' } },
      { role: 'contributor', frozen: false },
    )
    on.doublePress(...a)
    expect(board.editing.get()).toBeNull()
    expect(board.said).toEqual(['This is locked; a facilitator can unlock it.'])
    const watching = hand({ lanes: { desk: 'front-stage' } }, { role: 'observer' })
    for (const hit of [
      { type: 'link', id: 'a-b' },
      { type: 'lane-heading', id: 'desk' },
      { type: 'group', id: 'g' },
    ] as const)
      watching.on.controller.doublePress({
        ...{ at: { x: 0, y: 0 }, screen: { x: 0, y: 0 }, hit, shift: false, alt: false, mod: false, touch: false },
      })
    expect(watching.board.editing.get()).toBeNull()
    expect(watching.board.said).toEqual(Array(3).fill('You are watching this session: observers change nothing.'))
  })
})

test('the pointer says what a press would do', () => {
  const { on } = hand()
  const cursors: [Hit, string][] = [
    [{ type: 'paper' }, 'default'],
    [{ type: 'note', id: 'a' }, 'default'],
    [{ type: 'link', id: 'a-b' }, 'default'],
    [{ type: 'corner', id: 'a', corner: 'nw' }, 'nwse-resize'],
    [{ type: 'corner', id: 'a', corner: 'se' }, 'nwse-resize'],
    [{ type: 'corner', id: 'a', corner: 'ne' }, 'nesw-resize'],
    [{ type: 'corner', id: 'a', corner: 'sw' }, 'nesw-resize'],
    [{ type: 'edge', id: 'a', side: 'top' }, 'crosshair'],
    [{ type: 'link-end', id: 'a-b', end: 'from' }, 'grab'],
    [{ type: 'lane-heading', id: 'desk' }, 'grab'],
    [{ type: 'group', id: 'g' }, 'grab'],
    [{ type: 'lane-edge', id: 'desk' }, 'ns-resize'],
  ]
  for (const [hit, cursor] of cursors) expect(on.cursor(0, 0, hit), hit.type).toBe(cursor)
})

test('the note under the pointer shows its handles, and no longer when the pointer leaves it or the wall', () => {
  const { board, on } = hand()
  on.pointerMove(...a)
  expect(board.hover.get()).toBe('a')
  on.pointerMove(168 + 16, 156)
  expect(board.hover.get(), 'at the handle beside its edge').toBe('a')
  on.pointerMove(500, 500)
  expect(board.hover.get()).toBeNull()
  on.pointerMove(...b).leave()
  expect(board.hover.get()).toBeNull()
})
