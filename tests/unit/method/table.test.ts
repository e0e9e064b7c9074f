import { expect, test } from 'vitest'
import { writeTable } from '#lib/board/commands/table.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { readCells } from '#lib/import/cells.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { readingOrder } from '#lib/method/reading-order.ts'
import { columns, planPaste, tableRows } from '#lib/method/table.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const column = (key: string) => columns.findIndex(one => one.key === key)

function claims() {
  const wall = buildWall({
    lanes: { customer: 'customer', desk: ['Desk', 'front-stage'] },
    notes: { calls: 'customer', notes: 'desk', pays: 'desk' },
    links: ['calls>notes', 'notes>pays'],
  })
  const rows = () => {
    const { flow, projection } = analysisOf(wall.board, 'as-is')
    return tableRows(flow, readingOrder(projection, flow))
  }
  return { ...wall, rows }
}

test('cells pasted at a column go to the right and down, in the order of the flow', () => {
  const { board, writer, rows } = claims()
  const cells = readCells('12\t2 days\t3.50\n5\t1:30\t\n20\t\t1')
  const plan = planPaste(cells, { row: 0, column: column('processing') }, rows(), board)
  writeTable(writer, board, plan, { home: null, link: true, after: null })
  expect(board.notes.get('calls')).toMatchObject({ processing: 12, waiting: 2880, cost: 3.5 })
  expect(board.notes.get('notes')).toMatchObject({ processing: 5, waiting: 90, cost: null })
  expect(board.notes.get('pays')).toMatchObject({ processing: 20, cost: 1 })
})

test('forty rows with a heading become forty linked steps in their lanes, as one step to undo', () => {
  const { board, writer, rows, doc } = claims()
  const undo = new BoardUndo(doc)
  const lines = Array.from(
    { length: 40 },
    (_, i) => `Step ${i + 1}\t${i % 2 ? 'Desk' : 'Customer'}\t${i + 1}\t9${i % 10}%`,
  )
  const cells = readCells(['Activity\tWho\tPT (min)\tFTR', ...lines].join('\n'))
  const plan = planPaste(cells, { row: 3, column: 0 }, rows(), board)
  expect(plan.refused).toEqual([])
  writeTable(writer, board, plan, { home: null, link: true, after: 'pays' })
  expect(board.notes.size).toBe(43)
  expect(board.links.size).toBe(42)
  const { numbers, counts } = analysisOf(board, 'as-is')
  expect(numbers().lead).toBe((40 * 41) / 2)
  expect(counts.all.mot).toBe(41)
  undo.undo()
  expect(board.notes.size).toBe(3)
  expect(board.links.size).toBe(2)
})

test('nonsense is refused cell by cell with row, column and reason, and the rest is taken', () => {
  const { board, rows } = claims()
  const cells = readCells('Step\tLane\tProcessing\nNew one\tMoon\tsoon\nOther\tDesk\t5')
  const plan = planPaste(cells, { row: 3, column: 0 }, rows(), board)
  expect(plan.refused).toEqual([
    { row: 1, column: 'Lane', reason: 'There is no lane called “Moon”.' },
    { row: 1, column: 'Processing', reason: expect.stringContaining('“soon” is no time') },
  ])
  expect(plan.added).toMatchObject([
    { text: 'New one', lane: null, details: {} },
    { text: 'Other', lane: { name: 'Desk' }, details: { processing: 5 } },
  ])
})

test('numbers below the last row without a text are refused: a new step needs one', () => {
  const { board, rows } = claims()
  const plan = planPaste([['7']], { row: 3, column: column('processing') }, rows(), board)
  expect(plan.added).toEqual([])
  expect(plan.refused).toEqual([{ row: 1, column: 'Step', reason: 'A new step needs a text.' }])
})
