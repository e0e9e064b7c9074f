import { expect, test } from 'vitest'
import { groupNotes, groupsOnWall, nameGroup } from '#lib/board/commands/groups.ts'
import { deleteNotes, setNotes } from '#lib/board/commands/notes.ts'
import { wallOf } from '#tests/drivers/boards.ts'

const wall = () =>
  wallOf({
    notes: [
      { id: 'a', kind: 'idea', text: 'A second till', x: 0, y: 0 },
      { id: 'b', kind: 'idea', text: 'Pay while waiting', x: 200, y: 0 },
      { id: 'c', kind: 'idea', text: 'Warm cups', x: 400, y: 0 },
    ],
  })

test('a group has a name, and is one as long as two of its notes are on the wall', () => {
  const { writer, board } = wall()
  const group = groupNotes(writer, new Set(['a', 'b', 'c']))
  nameGroup(writer, group, 'At the till')
  expect(board.groups.get(group)?.name).toBe('At the till')
  const members = () =>
    groupsOnWall(board)
      .get(group)
      ?.map(note => note.id)
  expect(members()).toEqual(['a', 'b', 'c'])
  setNotes(writer, 'note.park', ['b'], { place: 'parking' })
  expect(members()).toEqual(['a', 'c'])
  deleteNotes(writer, board, new Set(['a']))
  expect(groupsOnWall(board).size).toBe(0)
})
