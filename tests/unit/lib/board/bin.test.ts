import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bringBack, deletedNotes, removeForGood, takenOff } from '#lib/board/commands/bin.ts'
import { addNotes, deleteNotes } from '#lib/board/commands/notes.ts'
import { rootOf } from '#lib/board/schema.ts'
import { wallOf } from '#tests/drivers/boards.ts'

const wall = () =>
  wallOf({
    notes: [
      { id: 'a', kind: 'step', text: 'Orders', x: 0, y: 0 },
      { id: 'b', kind: 'step', text: 'Waits', x: 200, y: 0 },
      { id: 'c', kind: 'step', text: 'Enjoys', x: 400, y: 0 },
    ],
    links: [
      { id: 'ab', from: 'a', to: 'b' },
      { id: 'bc', from: 'b', to: 'c' },
    ],
  })

test('a note comes back where it was, with its links to what is there', () => {
  const { doc, writer, board } = wall()
  deleteNotes(writer, board, new Set(['b', 'c']))
  expect(deletedNotes(doc).map(note => note.text)).toEqual(expect.arrayContaining(['Waits', 'Enjoys']))
  bringBack(writer, board, 'b')
  expect(board.notes.get('b')).toMatchObject({ text: 'Waits', x: 200 })
  expect([...board.links.keys()]).toEqual(['ab'])
  bringBack(writer, board, 'c')
  expect([...board.links.keys()].sort()).toEqual(['ab', 'bc'])
  expect(deletedNotes(doc)).toEqual([])
})

test('what was taken off can be removed for good, with the links that end at it, and nothing that is shown', () => {
  const { doc, writer, board } = wall()
  deleteNotes(writer, board, new Set(['b']))
  const off = takenOff(doc)
  expect(off.map(({ root, id }) => `${root}/${id}`).sort()).toEqual(['links/ab', 'links/bc', 'notes/b'])
  bringBack(writer, board, 'b')
  expect(takenOff(doc)).toEqual([])
  expect(removeForGood(doc, off)).toBe(0)
  deleteNotes(writer, board, new Set(['b']))
  const shown = JSON.stringify([[...board.notes], [...board.links]])
  expect(removeForGood(doc, off)).toBe(3)
  expect(JSON.stringify([[...board.notes], [...board.links]])).toBe(shown)
  expect(rootOf(doc, 'notes').has('b')).toBe(false)
})

test('a link that somebody made to a note while it was taken off goes with the note', () => {
  const { doc, writer, board } = wall()
  deleteNotes(writer, board, new Set(['b']))
  rootOf(doc, 'links').get('ab')?.set('deleted', false)
  expect(takenOff(doc)).toContainEqual({ root: 'links', id: 'ab' })
  removeForGood(doc, takenOff(doc))
  expect(takenOff(doc)).toEqual([])
})

test('of a removed note some forty bytes remain, however long it was', () => {
  const { doc, writer, board } = wall()
  for (let i = 0; i < 100; i += 1)
    addNotes(writer, board, [{ kind: 'step', text: 'A long story. '.repeat(200), x: i, y: 0 }])
  const size = () => Y.encodeStateAsUpdate(doc).length
  deleteNotes(writer, board, new Set(board.notes.keys()))
  expect(size()).toBeGreaterThan(280_000)
  removeForGood(doc, takenOff(doc))
  expect(size()).toBeLessThan(105 * 50)
})
