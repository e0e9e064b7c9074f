import { expect, test } from 'vitest'
import { bringFromParking, inParking, parkNotes } from '#lib/board/commands/parking.ts'
import { findNotes } from '#lib/board/find-text.ts'
import { wallOf } from '#tests/drivers/boards.ts'

test('what does not belong now is put aside, is not found on the wall, and comes back where it was, with its links', () => {
  const { writer, board } = wallOf({
    notes: [
      { id: 'a', kind: 'step', text: 'Orders', x: 0, y: 0 },
      { id: 'b', kind: 'question', text: 'What of the loyalty card?', x: 200, y: 40 },
    ],
    links: [{ id: 'ab', from: 'a', to: 'b' }],
  })
  parkNotes(writer, ['b'])
  expect(inParking(board).map(note => note.id)).toEqual(['b'])
  expect(findNotes(board, 'loyalty')).toEqual([])
  bringFromParking(writer, ['b'])
  expect(inParking(board)).toEqual([])
  expect(board.notes.get('b')).toMatchObject({ place: 'wall', x: 200, y: 40 })
  expect(findNotes(board, 'loyalty')).toHaveLength(1)
  expect([...board.links.keys()]).toEqual(['ab'])
})
