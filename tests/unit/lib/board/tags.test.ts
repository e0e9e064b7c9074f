import { expect, test } from 'vitest'
import { addTags, readTags, removeTag, tagsOn } from '#lib/board/commands/tags.ts'
import { findNotes } from '#lib/board/find-text.ts'
import { wallOf } from '#tests/drivers/boards.ts'

test('notes are tagged together, found by a tag, and keep at most twelve', () => {
  const { writer, board } = wallOf({
    notes: [
      { id: 'a', kind: 'pain', text: 'Lukewarm', x: 0, y: 0 },
      { id: 'b', kind: 'pain', text: 'A single', x: 200, y: 0 },
    ],
  })
  const notes = () => [...board.notes.values()]
  addTags(writer, notes(), readTags(' quality, , till,quality '))
  expect([...tagsOn(board)]).toEqual([
    ['quality', 2],
    ['till', 2],
  ])
  removeTag(writer, notes().slice(0, 1), 'till')
  expect(findNotes(board, 'till').map(note => note.id)).toEqual(['b'])
  addTags(
    writer,
    notes().slice(0, 1),
    Array.from({ length: 20 }, (_, at) => `t${at}`),
  )
  expect(board.notes.get('a')?.tags).toHaveLength(12)
  expect(readTags('x'.repeat(60))).toEqual(['x'.repeat(40)])
})
