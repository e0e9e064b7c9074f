import { describe, expect, test } from 'vitest'
import { textFromRows } from '#lib/board/cell-texts.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { readCellRows } from '#lib/import/cells.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { clearCells, writeTable } from '#lib/method/commands/table.ts'
import { cellText, cellWritable, columns, planPaste, sheetRows, sheets } from '#lib/method/table.ts'
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
  const cells = readCellRows('12\t2 days\t3.50\n5\t1:30\t\n20\t\t1')
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
  const cells = readCellRows(['Activity\tWho\tPT (min)\tFTR', ...lines].join('\n'))
  const plan = planPaste(cells, { row: 3, column: 0 }, rows(), board)
  expect(plan.refused).toEqual([])
  writeTable(writer, board, plan, { home: null, link: true, after: 'pays' })
  expect(board.notes.size).toBe(43)
  expect([board.links.size, board.damaged]).toEqual([42, 0])
  const { numbers, counts } = analysisOf(board, 'as-is')
  expect(numbers().lead).toBe((40 * 41) / 2)
  expect(counts.all.mot).toBe(41)
  undo.undo()
  expect(board.notes.size).toBe(3)
  expect(board.links.size).toBe(2)
})

test('nonsense is refused cell by cell with row, column and reason, and the rest is taken', () => {
  const { board, rows } = claims()
  const cells = readCellRows('Step\tLane\tProcessing\nNew one\tMoon\tsoon\nOther\tDesk\t5')
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
  const cells = readCellRows('Step\tLane\tCost\n\tDesk\t2\n\t\t\nPays at once\t\t\n')
  const plan = planPaste(cells, { row: 0, column: 0 }, rows(), board)
  writeTable(writer, board, plan, { home: null, link: true, after: null })
  expect(board.notes.get('calls')).toMatchObject({ text: 'calls', lane: 'desk', cost: 2 })
  expect(board.notes.get('notes')).toMatchObject({ text: 'notes', cost: null })
  expect(board.notes.get('pays')?.text).toBe('Pays at once')
})

test('what is copied out of the table is read back to the same board', () => {
  const { board, writer, rows } = claims()
  const first = planPaste(
    readCellRows(
      'Step\tPT\tWait\tFTR\tValue\tRigid–flexible\tExceptions\ncalls\t7\t2 days\t93.5%\tva\t2\t-5% of calls',
    ),
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
  const again = planPaste(readCellRows(text), { row: 0, column: 0 }, rows(), board)
  expect(again.refused).toEqual([])
  writeTable(writer, board, again, { home: null, link: false, after: null })
  expect(board.notes.get('calls')).toEqual(before)
})

test('points of failure have a table of their own, which does not grow', () => {
  const { board, writer } = claims()
  const at = { row: 0, column: 0, sheet: sheets.points }
  const rows = sheetRows('points', analysisOf(board, 'as-is'))
  const plan = planPaste(readCellRows('Feeling\tCause\n-2\tThe queue\n1\tNobody'), at, rows, board)
  expect(plan.refused).toEqual([{ row: 2, column: '', reason: expect.stringContaining('no such row') }])
  writeTable(writer, board, plan, { home: null, link: false, after: null })
  expect(board.links.get('calls>notes')).toMatchObject({ feeling: -2, cause: 'The queue' })
})

test('the columns of both tables are these, under these names, and under others that people use', () => {
  expect(sheets.steps.columns.slice(0, 2).map(({ key, label, alias }) => [key, label, alias.join(', ')])).toEqual([
    ['text', 'Step', 'activity, task, name, process step, description, what'],
    ['lane', 'Lane', 'who, actor, role, department, team, owner'],
  ])
  expect(sheets.points.columns.slice(0, 2).map(({ key, label, alias }) => [key, label, alias.join(', ')])).toEqual([
    ['code', 'No.', 'code, number'],
    ['text', 'Where', 'point, where'],
  ])
  expect([sheets.steps.id, sheets.steps.label, sheets.points.id, sheets.points.label]).toEqual([
    ...['steps', 'Steps', 'points', 'Points of failure'],
  ])
})

test('a cell says what is on the wall: text, lane, number, details, and of points what is said about them', () => {
  const { board } = claims()
  const analysis = analysisOf(board, 'as-is')
  const [calls, link] = [board.notes.get('calls'), board.links.get('calls>notes')]
  if (!calls || !link) throw new Error('The wall is empty.')
  const cell = (sheet: (typeof sheets)[keyof typeof sheets], key: string, of: typeof calls | typeof link) => {
    const found = sheet.columns.find(one => one.key === key)
    return found && cellText(found, of, analysis)
  }
  expect(cell(sheets.steps, 'text', calls)).toBe('calls')
  expect(cell(sheets.steps, 'lane', calls)).toBe('customer')
  expect(cell(sheets.steps, 'lane', { ...calls, lane: null })).toBe('')
  expect(cell(sheets.steps, 'lane', link)).toBe('')
  expect(cell(sheets.steps, 'processing', { ...calls, processing: 0 })).toBe('0')
  expect(cell(sheets.steps, 'processing', calls)).toBe('')
  expect(cell(sheets.steps, 'processing', link), 'a link has no details').toBe('')
  expect(cell(sheets.points, 'code', link)).toBe('M1')
  expect(cell(sheets.points, 'code', calls)).toBe('')
  expect(cell(sheets.points, 'text', link)).toBe('calls → notes')
  expect(cell(sheets.points, 'feeling', { ...link, feeling: 2 })).toBe('+2')
  expect(cell(sheets.points, 'feeling', { ...calls, feeling: -1 })).toBe('−1')
})

test('of points that is written which is asked of their kind; the number and the place never are', () => {
  const writable = (sheet: (typeof sheets)[keyof typeof sheets], kind?: string) =>
    sheet.columns.filter(one => cellWritable(one, sheet, kind)).map(({ key }) => key)
  expect(writable(sheets.steps)).toEqual(sheets.steps.columns.map(({ key }) => key))
  expect(writable(sheets.points, 'mot')).toEqual(['touch', 'feeling', 'cause', 'memory'])
  expect(writable(sheets.points, 'bp')).toEqual(['cause', 'why'])
  expect(writable(sheets.points, 'br')).toEqual(['cause', 'why', 'since', 'ruleOwner'])
  expect(writable(sheets.points)).toEqual([])
})

test('a first row names columns when two of its cells do, or its only one; a cell that is written never does', () => {
  const { board, rows } = claims()
  const paste = (text: string, heading?: false) =>
    planPaste(readCellRows(text), { row: 3, column: 0, ...(heading === false ? { heading } : {}) }, rows(), board)
  expect(paste('Step\tCost\nNew\t5').added).toMatchObject([{ text: 'New', details: { cost: 5 } }])
  expect(paste('Step\nNew').added).toMatchObject([{ text: 'New' }])
  expect(paste('Step\tsomething\tCost (€)\nNew\tx\t5').added).toMatchObject([{ text: 'New', details: { cost: 5 } }])
  expect(paste('Cost [€]\tTASK\n5\tNew').added).toMatchObject([{ text: 'New', details: { cost: 5 } }])
  expect(paste('Step\tDesk').added, 'one of two is a step of that name').toMatchObject([
    { text: 'Step', lane: { name: 'Desk' } },
  ])
  expect(paste('Step', false).added).toMatchObject([{ text: 'Step' }])
})

test('up to 500 rows are taken at once', () => {
  const { board, rows } = claims()
  const paste = (count: number) =>
    planPaste(
      Array.from({ length: count }, (_, i) => [`Step ${i}`]),
      { row: 3, column: 0 },
      rows(),
      board,
    )
  expect([paste(500).added.length, paste(500).refused]).toEqual([500, []])
  expect([paste(502).added.length, paste(502).refused]).toEqual([
    500,
    [{ row: 501, column: '', reason: 'Up to 500 rows can be pasted at once; the rest was left out.' }],
  ])
})

test('a text that is too long is refused, a lane is found whatever its letters are', () => {
  const { board, rows } = claims()
  const plan = planPaste([['x'.repeat(4_001), ' dESK ']], { row: 0, column: 0 }, rows(), board)
  expect(plan.changes).toMatchObject([{ text: null, lane: { id: 'desk' } }])
  expect(plan.refused).toEqual([{ row: 1, column: 'Step', reason: 'This has 4001 characters; a note holds 4000.' }])
  expect(planPaste([['x'.repeat(4_000)]], { row: 0, column: 0 }, rows(), board).refused).toEqual([])
})

test('numbers and places of points are passed over in a paste, and so are cells beyond the last column', () => {
  const { board, writer } = claims()
  const rows = sheetRows('points', analysisOf(board, 'as-is'))
  const at = { row: 0, column: 0, sheet: sheets.points }
  expect(planPaste(readCellRows('No.\tWhere\nM9\tElsewhere'), at, rows, board).changes).toEqual([])
  const plan = planPaste(
    [['M9', 'Elsewhere', 'p-s', '1', 'Noise', 'peak', 'why', '1999', 'Ana', 'more']],
    at,
    rows,
    board,
  )
  expect(plan.changes).toMatchObject([
    { details: { touch: 'person-system', feeling: 1, since: '1999', ruleOwner: 'Ana' }, text: null },
  ])
  expect(writer.doc).toBeDefined()
})

describe('new steps', () => {
  const added = (lanes: (string | null)[]) => ({
    changes: [],
    added: lanes.map((lane, i) => ({ text: `New ${i}`, lane: null, details: { cost: i }, on: lane })),
  })
  const write = (
    options: { home: string | null; link: boolean; after: string | null },
    lanes: (string | null)[] = [null, null],
  ) => {
    const { board, writer } = claims()
    const lane = (id: string | null) => board.lanes.find(one => one.id === id) ?? null
    const plan = added(lanes)
    const ids = writeTable(
      writer,
      board,
      { changes: [], added: plan.added.map(({ on, ...one }) => ({ ...one, lane: lane(on) })) },
      { ...options, home: lane(options.home) },
    )
    const links = [...board.links.values()].map(({ from, to }) => `${from}>${to}`).slice(2)
    return { notes: ids.map(id => board.notes.get(id)), links, ids }
  }

  test('go to the right of what is there, side by side, in the middle of their lane', () => {
    const { notes } = write({ home: 'desk', link: false, after: null })
    expect(notes).toMatchObject([
      { kind: 'step', text: 'New 0', cost: 0, lane: 'desk', x: 400 + 216, y: 240 + 64 },
      { kind: 'step', text: 'New 1', cost: 1, lane: 'desk', x: 400 + 432, y: 240 + 64 },
    ])
  })

  test('go into the lane they name, or below all lanes where nobody says one', () => {
    expect(write({ home: 'desk', link: false, after: null }, ['customer', null]).notes).toMatchObject([
      { lane: 'customer', y: 64 },
      { lane: 'desk' },
    ])
    expect(write({ home: null, link: false, after: null }).notes).toMatchObject([
      { lane: null, y: 520 },
      { lane: null },
    ])
  })

  test('are linked one after another when asked, after the one they follow', () => {
    const { ids, links } = write({ home: null, link: true, after: 'pays' })
    expect(links).toEqual([`pays>${ids[0]}`, `${ids[0]}>${ids[1]}`])
    const alone = write({ home: null, link: true, after: null })
    expect(alone.links).toEqual([`${alone.ids[0]}>${alone.ids[1]}`])
    expect(write({ home: null, link: false, after: 'pays' }).links).toEqual([])
  })

  test('stand on an empty wall at its beginning', () => {
    const { board, writer } = buildWall({ notes: {} })
    const ids = writeTable(
      writer,
      board,
      { changes: [], added: [{ text: 'First', lane: null, details: {} }] },
      { home: null, link: true, after: null },
    )
    expect(ids.map(id => board.notes.get(id))).toMatchObject([{ x: 120, y: 120 }])
    expect(writeTable(writer, board, { changes: [], added: [] }, { home: null, link: true, after: 'x' })).toEqual([])
  })
})

test('new steps go to the right of steps on the wall, not of remarks or of what is parked', () => {
  const { board, writer } = buildWall({
    lanes: { high: 'customer', middle: 'front-stage', low: 'back-stage' },
    notes: {
      step: ['low', { pos: [200, 500, 'low'] }],
      remark: ['low', { kind: 'pain', pos: [3_000, 500, 'low'] }],
      parked: ['low', { place: 'parking', pos: [5_000, 500, 'low'] }],
    },
  })
  const added = [{ text: 'New', lane: null, details: {} }]
  const [id = ''] = writeTable(writer, board, { changes: [], added }, { home: null, link: false, after: null })
  expect(board.notes.get(id), 'below the last of the lanes').toMatchObject({
    x: 200 + 216,
    y: 3 * 240 + 40,
    lane: null,
  })
})

test('what the table does is named in the history, and one step to undo each; changes alone make no link', () => {
  const { board, writer, doc } = claims()
  const names: unknown[] = []
  doc.on('afterTransaction', ({ origin }) => names.push(origin.command))
  const change = { target: { root: 'notes', id: 'pays' } as const, details: { cost: 4 }, text: null, lane: null }
  const options = { home: null, link: true, after: 'pays' }
  expect(writeTable(writer, board, { changes: [change], added: [] }, options)).toEqual([])
  clearCells(writer, [{ root: 'notes', id: 'pays', key: 'cost' }])
  expect(names.filter(Boolean)).toEqual(['detail.table', 'detail.clear'])
  expect([board.links.size, board.notes.get('pays')?.text]).toEqual([2, 'pays'])
})

test('a step that is given the lane it is in stays where it is, even where it hangs out of it', () => {
  const { board, writer } = buildWall({
    lanes: { high: 'customer', low: 'back-stage' },
    notes: { a: ['low', { pos: [0, 230, 'low'] }] },
  })
  const before = board.notes.get('a')
  const low = board.lanes.find(lane => lane.id === 'low') ?? null
  const change = { target: { root: 'notes', id: 'a' } as const, details: {}, text: null, lane: low }
  writeTable(writer, board, { changes: [change], added: [] }, { home: null, link: false, after: null })
  expect(board.notes.get('a')).toMatchObject({ x: before?.x, y: before?.y, lane: 'low' })
})

test('a step of a low lane keeps its height in a high one, and links and what is gone have no lane to change', () => {
  const { board, writer } = buildWall({
    lanes: { high: 'customer', low: 'back-stage' },
    notes: { a: ['low', { pos: [0, 20, 'low'] }], b: 'low' },
    links: ['a>b'],
  })
  const high = board.lanes.find(lane => lane.id === 'high') ?? null
  const change = (root: 'notes' | 'links', id: string) => ({
    target: { root, id },
    details: {},
    text: null,
    lane: high,
  })
  writeTable(
    writer,
    board,
    { changes: [change('notes', 'a'), change('links', 'a>b'), change('notes', 'gone')], added: [] },
    { home: null, link: false, after: null },
  )
  expect(board.notes.get('a')).toMatchObject({ y: 20, lane: 'high' })
  expect(board.notes.size).toBe(2)
})

test('a step that is given another lane keeps its height in it, and stays within', () => {
  const wall = buildWall({
    lanes: { high: 'customer', low: 'back-stage' },
    notes: {
      a: ['high', { pos: [0, 20, 'high'] }],
      b: ['high', { pos: [300, 126, 'high'], size: [168, 200] }],
      c: [null, { pos: [600, 900] }],
    },
  })
  const low = wall.board.lanes.find(lane => lane.id === 'low') ?? null
  const change = (id: string) => ({ target: { root: 'notes', id } as const, details: {}, text: null, lane: low })
  writeTable(
    wall.writer,
    wall.board,
    { changes: ['a', 'b', 'c'].map(change), added: [] },
    { home: null, link: false, after: null },
  )
  expect(['a', 'b', 'c'].map(id => wall.board.notes.get(id))).toMatchObject([
    { lane: 'low', x: 0, y: 260 },
    { lane: 'low', x: 300, y: 240 + 40 },
    { lane: 'low', x: 600, y: 240 + 64 },
  ])
})
