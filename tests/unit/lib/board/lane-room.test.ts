import { expect, test } from 'vitest'
import { hugNotes } from '#lib/board/commands/lane-room.ts'
import { addNotes, moveNotes, resizeNote } from '#lib/board/commands/notes.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const plan: WallPlan = {
  lanes: { customer: 'customer', desk: 'front-stage', office: 'back-stage' },
  notes: { a: 'customer', b: 'desk', c: ['desk', { pos: [224, 60, 'desk'] }] },
}
const wall = (growsLanes = true) => {
  const made = buildWall(plan)
  const heights = () => made.board.lanes.map(({ height }) => height)
  return { ...made, writer: { ...made.writer, growsLanes }, heights }
}

test('a lane grows with the note that is put to its lower edge, and those below move down with their notes', () => {
  const { writer, board, heights, doc } = wall()
  const undo = new BoardUndo(doc)
  moveNotes(writer, board, new Map([['a', { x: 0, y: 180 }]]))
  expect(heights()).toEqual([180 + 112 + 24, 240, 240])
  expect(board.notes.get('a')).toMatchObject({ lane: 'customer', y: 180 })
  expect(board.notes.get('b')).toMatchObject({ lane: 'desk', y: 316 + 40 })
  undo.undo()
  expect(heights(), 'in one step').toEqual([240, 240, 240])
  addNotes(writer, board, [{ kind: 'step', x: 500, y: 160, h: 112, w: 168 }])
  resizeNote(writer, board, 'b', { x: 0, y: heights()[0] ?? 0, w: 168, h: 300 })
  expect(heights()).toEqual([160 + 112 + 24, 324, 240])
})

test('who may not change lanes lets notes hang over, and one inside changes nothing', () => {
  const { writer, board, heights } = wall(false)
  moveNotes(writer, board, new Map([['a', { x: 0, y: 180 }]]))
  expect(heights()).toEqual([240, 240, 240])
  const may = wall()
  moveNotes(may.writer, may.board, new Map([['a', { x: 0, y: 100 }]]))
  expect(may.heights()).toEqual([240, 240, 240])
})

test('lanes are made as tall as their notes need, an empty one as low as one can be', () => {
  const { writer, board, heights } = wall()
  hugNotes(writer, board, board.lanes, () => true)
  expect(heights()).toEqual([40 + 112 + 24, 40 + 20 + 112 + 24, 120])
  expect([board.notes.get('a')?.y, board.notes.get('b')?.y, board.notes.get('c')?.y]).toEqual([40, 216, 236])
  const held = wall()
  hugNotes(held.writer, held.board, held.board.lanes, () => false)
  expect(held.board.notes.get('c'), 'what may not be moved stays').toMatchObject({
    lane: 'desk',
    y: 40 + 112 + 24 + 60,
  })
})

test('five lanes of a process fit a small laptop at 60 %', () => {
  const lanes = ['customer', 'desk', 'office', 'store', 'bank']
  const made = buildWall({
    lanes: Object.fromEntries(lanes.map((name, at) => [name, at === 0 ? 'customer' : 'back-stage'] as const)),
    notes: Object.fromEntries(lanes.map(lane => [`${lane}1`, lane])),
  })
  hugNotes(made.writer, made.board, made.board.lanes, () => true)
  const height = made.board.lanes.reduce((sum, lane) => sum + lane.height, 0)
  expect(height * 0.6).toBeLessThanOrEqual(720 - 190)
})
