import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addLane, moveLane, setLane } from '#lib/board/commands/lanes.ts'
import { addNotes, setNotes } from '#lib/board/commands/notes.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import { rootOf } from '#lib/board/schema.ts'

function wall() {
  const doc = new Y.Doc()
  let count = 0
  const writer = { doc, newId: () => `e${count++}` }
  return { doc, writer, board: new BoardModel(doc) }
}

test('changing one note leaves every other note the same object, and calls its watcher only', () => {
  const { writer, board } = wall()
  const [a = '', b = ''] = addNotes(writer, board, [
    { kind: 'step', x: 0, y: 0 },
    { kind: 'step', x: 300, y: 0 },
  ])
  const [onA, onB] = [vi.fn(), vi.fn()]
  board.watch('notes', a, onA)
  board.watch('notes', b, onB)
  const before = board.notes.get(b)
  setNotes(writer, 'note.colour', [a], { colour: 'pink' })
  expect(board.notes.get(a)?.colour).toBe('pink')
  expect(board.notes.get(b)).toBe(before)
  expect([onA.mock.calls.length, onB.mock.calls.length]).toEqual([1, 0])
})

test('a lane that moves or grows takes its notes along, in one write', () => {
  const { writer, board, doc } = wall()
  const top = addLane(writer, board, { name: 'Waiter', actor: 'front-stage' })
  const below = addLane(writer, board, { name: 'Barista', actor: 'back-stage' })
  const [note = ''] = addNotes(writer, board, [{ kind: 'step', x: 20, y: 260 }])
  expect(board.notes.get(note)).toMatchObject({ lane: below, y: 260 })
  setLane(writer, 'lane.resize', top, { height: 400 })
  expect(board.notes.get(note)).toMatchObject({ lane: below, y: 420 })
  moveLane(writer, board, below, -1)
  expect(board.notes.get(note)).toMatchObject({ lane: below, y: 20 })
  expect(readBoard(doc).notes.get(note)).toEqual(board.notes.get(note))
})

test('the customer is on top whatever the order says', () => {
  const { writer, board } = wall()
  addLane(writer, board, { name: 'Waiter', actor: 'front-stage' })
  const customer = addLane(writer, board, { name: 'Guest', actor: 'customer' })
  expect(board.lanes[0]?.id).toBe(customer)
})

test('a damaged record is left out and counted, and its neighbours are read', () => {
  const { doc, writer, board } = wall()
  addNotes(writer, board, [{ kind: 'step', text: 'fine', x: 0, y: 0 }])
  const broken = new Y.Map<unknown>()
  broken.set('pos', ['here', 'there'])
  rootOf(doc, 'notes').set('broken', broken)
  expect(board.damaged).toBe(1)
  expect([...board.notes.values()].map(note => note.text)).toEqual(['fine'])
})
