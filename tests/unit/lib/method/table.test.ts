import { expect, test } from 'vitest'
import { textFromRows } from '#lib/board/cell-texts.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { readRows } from '#lib/import/cells.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { clearCells, writeTable } from '#lib/method/commands/table.ts'
import { cellText, columns, planPaste, sheetRows, sheets } from '#lib/method/table.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const column = (key: string) => columns.findIndex(one => one.key === key)

function claims() {
  const wall = buildWall({
    lanes: { customer: 'customer', desk: ['Desk', 'front-stage'] },
    notes: { calls: 'customer', notes: 'desk', pays: 'desk' },
    links: ['calls>notes', 'notes>pays'],
  })
  const rows = () => sheetRows('steps', analysisOf(wall.board, 'as-is'))
  return { ...wall, rows }
}

test('cells pasted at a column go to the right and down, in the order of the flow', () => {
  const { board, writer, rows } = claims()
  const cells = readRows('12\t2 days\t3.50\n5\t1:30\t\n20\t\t1')
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
  const cells = readRows(['Activity\tWho\tPT (min)\tFTR', ...lines].join('\n'))
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
  const cells = readRows('Step\tLane\tProcessing\nNew one\tMoon\tsoon\nOther\tDesk\t5')
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

test('a text and a lane pasted over a step rename and move it; empty cells and empty rows leave what is there', () => {
  const { board, writer, rows } = claims()
  const cells = readRows('Step\tLane\tCost\n\tDesk\t2\n\t\t\nPays at once\t\t\n')
  const plan = planPaste(cells, { row: 0, column: 0 }, rows(), board)
  writeTable(writer, board, plan, { home: null, link: true, after: null })
  expect(board.notes.get('calls')).toMatchObject({ text: 'calls', lane: 'desk', cost: 2 })
  expect(board.notes.get('notes')).toMatchObject({ text: 'notes', cost: null })
  expect(board.notes.get('pays')?.text).toBe('Pays at once')
})

test('what is copied out of the table is read back to the same board', () => {
  const { board, writer, rows } = claims()
  const first = planPaste(
    readRows('Step\tPT\tWait\tFTR\tValue\tRigid–flexible\tExceptions\ncalls\t7\t2 days\t93.5%\tva\t2\t-5% of calls'),
    { row: 0, column: 0 },
    rows(),
    board,
  )
  expect(first.refused).toEqual([])
  writeTable(writer, board, first, { home: null, link: false, after: null })
  const analysis = analysisOf(board, 'as-is')
  const before = board.notes.get('calls')
  const row = (entity = before) => columns.map(column => (entity ? cellText(column, entity, analysis) : ''))
  const text = textFromRows([columns.map(({ label }) => label), row()])
  clearCells(
    writer,
    ['processing', 'firstTimeRight', 'exceptions'].map(key => ({ root: 'notes', id: 'calls', key })),
  )
  expect(board.notes.get('calls')?.processing).toBeNull()
  const again = planPaste(readRows(text), { row: 0, column: 0 }, rows(), board)
  expect(again.refused).toEqual([])
  writeTable(writer, board, again, { home: null, link: false, after: null })
  expect(board.notes.get('calls')).toEqual(before)
})

test('points of failure have a table of their own, which does not grow', () => {
  const { board, writer } = claims()
  const at = { row: 0, column: 0, sheet: sheets.points }
  const rows = sheetRows('points', analysisOf(board, 'as-is'))
  const plan = planPaste(readRows('Feeling\tCause\n-2\tThe queue\n1\tNobody'), at, rows, board)
  expect(plan.refused).toEqual([{ row: 2, column: '', reason: expect.stringContaining('no such row') }])
  writeTable(writer, board, plan, { home: null, link: false, after: null })
  expect(board.links.get('calls>notes')).toMatchObject({ feeling: -2, cause: 'The queue' })
})
