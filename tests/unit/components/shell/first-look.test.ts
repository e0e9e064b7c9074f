import { expect, test } from 'vitest'
import { SpatialIndex } from '#components/board/state/spatial-index.ts'
import { Viewport } from '#components/board/state/viewport.ts'
import { firstLook } from '#components/shell/first-look.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const insets = { left: 67, right: 67, top: 84, bottom: 64 }
const none = { left: 0, right: 0, top: 0, bottom: 0 }

/** Opens a wall of a plan on a screen, and says where on it board points are then. */
function opened(plan: WallPlan, [w, h]: readonly [w: number, h: number], covered = insets) {
  const { board: model } = buildWall(plan)
  const viewport = new Viewport()
  viewport.resize({ w, h })
  viewport.setInsets(covered)
  const { camera, whole } = firstLook({ viewport, model, index: new SpatialIndex(model) })
  viewport.set(camera)
  const noteOn = (id: string) => {
    const note = model.notes.get(id)
    if (!note) throw new Error(`There is no note ${id}.`)
    const { x, y } = viewport.toScreen(note)
    return { x, y, right: x + note.w * camera.zoom, bottom: y + note.h * camera.zoom }
  }
  return { zoom: camera.zoom, whole, noteOn, screenOf: viewport.toScreen }
}

const lanes = { guest: ['Guest', 'customer'], waiter: ['Waiter', 'front-stage'] } as const satisfies WallPlan['lanes']
const row = (count: number, lane: string, from = 0): WallPlan['notes'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${lane}${at}`, [lane, { pos: [from + at * 216, 56, lane] }]] as const),
  )

test('a board that is legible as a whole opens with everything in the middle of what nothing covers', () => {
  const { whole, noteOn, zoom } = opened({ lanes, notes: { ...row(3, 'guest'), ...row(3, 'waiter') } }, [1440, 790])
  expect(whole).toBe(true)
  expect(zoom).toBeGreaterThanOrEqual(0.54)
  expect(noteOn('guest0').x).toBeGreaterThanOrEqual(67)
  expect(noteOn('guest2').right).toBeLessThanOrEqual(1440 - 67)
  expect(noteOn('waiter0').bottom).toBeLessThanOrEqual(790 - 64)
})

test('one that is not opens at a readable size with the customer’s first note at the left, clear of the palette', () => {
  for (const screen of [
    [1280, 636],
    [720, 320],
    [390, 646],
  ] as const) {
    const { whole, noteOn, zoom, screenOf } = opened(
      { lanes, notes: { ...row(40, 'guest', 120), ...row(40, 'waiter', 336) } },
      screen,
    )
    expect(whole).toBe(false)
    expect(zoom).toBeGreaterThanOrEqual(0.65)
    expect(zoom).toBeLessThanOrEqual(1)
    expect(noteOn('guest0').x).toBeGreaterThanOrEqual(67)
    expect(noteOn('guest0').x).toBeLessThan(screen[0] / 2)
    expect(noteOn('guest0').bottom).toBeLessThan(screen[1] - 64)
    expect(screenOf({ x: 0, y: 0 }).y).toBeGreaterThanOrEqual(24)
  }
})

test('what begins a little before the customer stays in sight; what begins far before does not push them out', () => {
  const wide = { ...row(40, 'guest', 300), ...row(2, 'waiter', 0) }
  expect(opened({ lanes, notes: wide }, [1280, 636]).noteOn('waiter0').x).toBeGreaterThanOrEqual(67)
  const far = { ...row(40, 'guest', 9_000), ...row(2, 'waiter', 0) }
  const { noteOn } = opened({ lanes, notes: far }, [1280, 636])
  expect(noteOn('guest0').x).toBeGreaterThan(67)
  expect(noteOn('guest0').right).toBeLessThan(1280 / 2)
})

test('what is legible in all of its width, and not in all of its height, is shown from side to side', () => {
  const notes = { ...row(8, 'guest', 120), below: [null, { pos: [120, 2_000] }] } satisfies WallPlan['notes']
  const { whole, zoom, noteOn } = opened({ lanes, notes }, [1280, 636])
  expect(whole).toBe(false)
  expect(zoom).toBeGreaterThanOrEqual(0.54)
  expect(noteOn('guest0').x).toBeGreaterThanOrEqual(67)
  expect(noteOn('guest7').right).toBeLessThanOrEqual(1280 - 67)
  expect(noteOn('guest0').y).toBeGreaterThanOrEqual(84)
})

test('a process of one long lane fills the height, and stands in its middle', () => {
  const { zoom, noteOn } = opened({ lanes: { guest: lanes.guest }, notes: row(60, 'guest') }, [1440, 790], none)
  expect(zoom).toBe(1)
  expect(noteOn('guest0').y).toBeGreaterThan(200)
})

test('a very large wall without lanes opens at the note nearest to its top-left corner', () => {
  const notes: WallPlan['notes'] = {}
  for (let at = 0; at < 900; at++)
    notes[`n${at}`] = [null, { pos: [-4_000 + (at % 30) * 400, 2_000 + Math.floor(at / 30) * 300] }]
  const { noteOn, zoom } = opened({ notes }, [1440, 790])
  expect(zoom).toBe(0.65)
  expect(noteOn('n0').x).toBeCloseTo(67 + 24)
  expect(noteOn('n0').y).toBeCloseTo(84 + 24)
})

test('notes above the first lane are in sight; those in the parking lot do not count', () => {
  const { whole, noteOn } = opened(
    {
      lanes,
      notes: {
        ...row(2, 'guest'),
        loose: [null, { pos: [0, -160] }],
        parked: [null, { pos: [90_000, 0], place: 'parking' }],
      },
    },
    [1440, 790],
  )
  expect(whole).toBe(true)
  expect(noteOn('loose').y).toBeGreaterThanOrEqual(84)
})

test('an empty wall opens at its beginning and a lone note not beyond its own size', () => {
  expect(opened({ lanes, notes: {} }, [1440, 790])).toMatchObject({ zoom: 1, whole: true })
  expect(opened({ notes: { only: null } }, [1440, 790])).toMatchObject({ zoom: 1, whole: true })
})
