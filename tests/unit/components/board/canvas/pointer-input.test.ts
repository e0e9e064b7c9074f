import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attachPointer } from '#components/board/canvas/pointer-input.ts'
import { ToolController } from '#components/board/tools/controller.ts'
import { sharePointer } from '#components/collab/pointer-sharing.ts'
import type { Presence } from '#components/collab/presence.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { coffeePlan } from '#tests/drivers/wall.ts'

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('Element', class {})
})
afterEach(() => vi.unstubAllGlobals())

/** A wall 100 px from the left of the window, that counts how often it is measured. */
function wallOf() {
  const board = boardOf(coffeePlan)
  let measured = 0
  const root = Object.assign(new EventTarget(), {
    style: {},
    dataset: {},
    getBoundingClientRect: () => {
      measured += 1
      return { left: 100, top: 50 }
    },
  })
  const shown: unknown[] = []
  const presence = { show: ({ cursor }: { cursor: unknown }) => shown.push(cursor) }
  attachPointer(root as unknown as HTMLElement, board, new ToolController(board))
  sharePointer(board, presence as unknown as Presence)
  const fire = (type: string, at: object = {}) =>
    root.dispatchEvent(
      Object.assign(new Event(type, { cancelable: true }), { pointerId: 1, pointerType: 'mouse', ...at }),
    )
  return { board, shown, fire, measured: () => measured }
}

test('a move of the pointer is measured once, for tools and for others', () => {
  const { board, shown, fire, measured } = wallOf()
  board.viewport.set({ x: 1000, y: 0, zoom: 1 })
  fire('pointermove', { clientX: 300, clientY: 250 })
  expect(board.pointer.get()).toEqual({ x: 1200, y: 200 })
  expect(shown).toEqual([[1200, 200]])
  expect(measured()).toBe(1)
})

test('a wall that moves under a resting pointer moves the pointer; one that left is nowhere', () => {
  const { board, shown, fire } = wallOf()
  board.viewport.set({ x: 0, y: 0, zoom: 1 })
  expect(shown).toEqual([])
  fire('pointermove', { clientX: 300, clientY: 250 })
  board.viewport.set({ x: 50, y: 0, zoom: 0.5 })
  expect(board.pointer.get()).toEqual(board.viewport.toBoard({ x: 200, y: 200 }))
  fire('wheel', { clientX: 300, clientY: 250, deltaX: 0, deltaY: 40, deltaMode: 0 })
  expect(board.pointer.get()).toEqual(board.viewport.toBoard({ x: 200, y: 200 }))
  fire('pointerleave')
  board.viewport.set({ x: 0, y: 0, zoom: 1 })
  expect(board.pointer.get()).toBeNull()
  expect(shown.at(-1)).toBeNull()
})

/** A wall at the window's corner, with what its tools are told. */
function toolsOf() {
  const board = boardOf(coffeePlan)
  const calls: string[] = []
  const note = (name: string) => () => {
    calls.push(name)
  }
  const controller = {
    press: note('press'),
    move: note('move'),
    release: note('release'),
    cancel: note('cancel'),
    leave: note('leave'),
    doublePress: note('doublePress'),
    cursor: () => '',
  }
  const root = Object.assign(new EventTarget(), {
    style: {},
    dataset: {},
    focus: () => undefined,
    setPointerCapture: () => undefined,
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  })
  attachPointer(root as unknown as HTMLElement, board, controller as unknown as ToolController)
  const dispatch = (type: string, at: object) =>
    root.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { button: 0, clientY: 200, ...at }))
  return { board, calls, dispatch }
}

test('a mouse presses twice when its system says so, a finger when its taps follow each other closely', () => {
  vi.stubGlobal('document', { elementFromPoint: () => null })
  const { calls, dispatch } = toolsOf()
  const press = (pointerType: string, clientX: number) => {
    dispatch('pointerdown', { pointerId: 1, pointerType, clientX })
    dispatch('pointerup', { pointerId: 1, pointerType, clientX })
  }
  const once = ['press', 'release']
  press('mouse', 300)
  press('mouse', 300)
  expect(calls.splice(0)).toEqual([...once, ...once])
  dispatch('dblclick', { clientX: 300 })
  expect(calls.splice(0)).toEqual(['doublePress'])
  // The second press was the end of a drag.
  press('mouse', 300)
  dispatch('pointerdown', { pointerId: 1, pointerType: 'mouse', clientX: 300 })
  dispatch('pointerup', { pointerId: 1, pointerType: 'mouse', clientX: 340 })
  dispatch('dblclick', { clientX: 340 })
  expect(calls.splice(0)).toEqual([...once, ...once])

  press('touch', 300)
  press('touch', 304)
  // The browser makes a double press of a mouse of it, which would be one too many.
  dispatch('dblclick', { clientX: 304 })
  expect(calls.splice(0)).toEqual([...once, ...once, 'doublePress'])
  press('touch', 300)
  press('touch', 340)
  expect(calls.splice(0)).toEqual([...once, ...once])
})

test('a palm beside a pen is nobody’s finger, whether it comes before or after: the drag goes on', () => {
  for (const palmFirst of [true, false]) {
    const { board, calls, dispatch } = toolsOf()
    const fire = (type: string, pointerId: number, pointerType: string, clientX = 300) =>
      dispatch(type, { pointerId, pointerType, clientX })
    const before = board.viewport.get()
    if (palmFirst) {
      fire('pointerdown', 2, 'touch', 600)
      expect(calls).toEqual(['press'])
      calls.length = 0
      fire('pointerdown', 1, 'pen')
      expect(calls).toEqual(['cancel', 'press'])
    } else fire('pointerdown', 1, 'pen')
    calls.length = 0
    fire('pointermove', 1, 'pen', 320)
    for (const id of [3, 4]) fire('pointerdown', id, 'touch', 600 + id)
    for (const id of [2, 3, 4]) fire('pointermove', id, 'touch', 700 + id * 20)
    fire('contextmenu', 3, 'touch', 600)
    fire('pointerup', 3, 'touch', 700)
    fire('pointercancel', 4, 'touch', 700)
    fire('pointermove', 1, 'pen', 340)
    fire('pointerup', 1, 'pen', 340)
    expect(calls).toEqual(['move', 'move', 'release'])
    expect(board.viewport.get()).toEqual(before)
    calls.length = 0
    // Afterwards a finger is a finger again.
    fire('pointerdown', 5, 'touch')
    fire('pointerup', 5, 'touch')
    expect(calls).toEqual(['press', 'release'])
  }
})
