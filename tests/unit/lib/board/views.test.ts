import { expect, test } from 'vitest'
import { deleteView, moveView, saveView, setView } from '#lib/board/commands/views.ts'
import { emptyWall } from '#tests/drivers/boards.ts'

function three() {
  const { writer, board } = emptyWall()
  const save = (name: string) => saveView(writer, board, { name, rect: [0, 0, 400, 300] })
  const ids = ['a', 'b', 'c'].map(save)
  return { writer, board, ids, names: () => board.views.map(view => view.name).join('') }
}

test('views stand in the order in which they were saved, and can be moved', () => {
  const { writer, board, ids, names } = three()
  expect(names()).toBe('abc')
  moveView(writer, board, ids[2] ?? '', 0)
  expect(names()).toBe('cab')
  moveView(writer, board, ids[2] ?? '', 2)
  expect(names()).toBe('abc')
  moveView(writer, board, ids[0] ?? '', 1)
  expect(names()).toBe('bac')
  moveView(writer, board, ids[0] ?? '', 3)
  expect(names()).toBe('bac')
})

test('a view is renamed, pointed elsewhere and deleted', () => {
  const { writer, board, ids, names } = three()
  setView(writer, 'view.rename', ids[1] ?? '', { name: 'B' })
  setView(writer, 'view.point', ids[1] ?? '', { rect: [5, 5, 40, 30] })
  expect(board.views[1]).toMatchObject({ name: 'B', rect: [5, 5, 40, 30] })
  deleteView(writer, ids[0] ?? '')
  expect(names()).toBe('Bc')
})
