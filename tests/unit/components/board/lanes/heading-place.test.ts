import { expect, test } from 'vitest'
import { headingPlace } from '#components/board/lanes/heading-place.ts'
import { type Box, intersects } from '#lib/geometry/box.ts'

const lane = { top: 400, height: 380 }
const tape = { w: 120, h: 30 }
const insets = { left: 60, right: 0, top: 0, bottom: 0 }
const place = (camera: { x: number; y: number; zoom: number }, ...notes: Box[]) =>
  headingPlace(lane, tape, { camera, insets }, box => notes.some(note => intersects(note, box)))

const from = { x: 0, y: 0, zoom: 1 }
const note = (x: number, y: number): Box => ({ x, y, w: 168, h: 112 })

test('a lane’s name lies across the lane’s upper edge, and notes a little below do not move it', () => {
  expect(place(from, note(60, 456))).toEqual({ stay: 0, lies: 'across' })
})

test('it makes room above the edge for a note at the lane’s very beginning, beside the palette', () => {
  expect(place(from, note(100, 408))).toEqual({ stay: 0, lies: 'above' })
  expect(place(from, note(-120, 408))).toEqual({ stay: 0, lies: 'across' })
})

test('with notes on both sides of the edge it is faint', () => {
  expect(place(from, note(100, 408), note(100, 280))).toEqual({ stay: 0, lies: 'faint' })
})

test('it stays in sight while its lane is and nothing but paper is there, and leaves with its lane', () => {
  expect(place({ ...from, y: 500 })).toMatchObject({ stay: 117, lies: 'across' })
  expect(place({ ...from, y: 500 }, note(100, 480)).lies).toBe('away')
  // 20 px of the lane are left: the name is gone, and the next lane's own comes.
  expect(place({ ...from, y: 760 }).stay).toBeLessThan(760 - 400)
})

test('the wall’s zoom is minded: the same note is nearer to the name from afar', () => {
  expect(place({ ...from, zoom: 1 }, note(100, 436)).lies).toBe('across')
  expect(place({ ...from, zoom: 0.4 }, note(150, 436)).lies).toBe('above')
})
