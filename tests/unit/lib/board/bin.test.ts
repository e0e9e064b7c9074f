import { expect, test } from 'vitest'
import { bringBack, deletedNotes } from '#lib/board/commands/bin.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
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
