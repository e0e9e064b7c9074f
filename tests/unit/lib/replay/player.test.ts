import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bringBack } from '#lib/board/commands/bin.ts'
import { groupNotes, nameGroup } from '#lib/board/commands/groups.ts'
import { addNotes, deleteNotes, setNotes } from '#lib/board/commands/notes.ts'
import { bringFromParking, parkNotes } from '#lib/board/commands/parking.ts'
import { addTags } from '#lib/board/commands/tags.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import { RowCursor } from '#lib/replay/cursor.ts'
import { eventAt } from '#lib/replay/events.ts'
import { rowsBetween } from '#lib/replay/excerpt.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { activityOf, momentOf, PlayingTime, stepFrom } from '#lib/replay/playing-time.ts'
import { RowRecorder } from '#lib/replay/recorder.ts'
import { readRows, unpackCells } from '#lib/replay/row-reader.ts'
import { RowWriter } from '#lib/replay/row-writer.ts'
import { session, shown } from '#tests/drivers/history.ts'

const seeds = [Number(process.env.SEED ?? 20261123), 7, 99]

test.each(seeds)('the replay equals the live board after every update, forwards and backwards (seed %i)', seed => {
  const { log, states, server } = session(seed, 400)
  const recorder = new RowRecorder()
  const writer = new RowWriter()
  const lastRowOf = log.map(entry => {
    for (const row of recorder.apply(entry)) writer.write(row)
    return writer.count - 1
  })
  const player = new BoardPlayer(readRows(writer.bytes()))
  expect(shown(readBoard(recorder.doc))).toEqual(shown(readBoard(server)))
  const order = [...lastRowOf.keys()]
  for (const index of [...order, ...order.toReversed(), ...order.filter(i => i % 7 === 0), 0, order.length - 1]) {
    player.seek(lastRowOf[index] ?? -1)
    expect(shown(player), `after update ${index + 1}`).toEqual(states[index])
  }
  player.seek(-1)
  expect(player.notes.size + player.links.size + player.lanes.length).toBe(0)
})

test('a note tells its history newest first, with who did it', () => {
  const doc = new Y.Doc()
  const recorder = new RowRecorder()
  const writer = new RowWriter()
  const board = new BoardModel(doc)
  let seq = 0
  let actor = 'ann'
  doc.on('update', (update: Uint8Array) => {
    for (const row of recorder.apply({ seq: ++seq, at: seq * 1000, actor, update })) writer.write(row)
  })
  const tools = { doc, newId: () => 'note' }
  addNotes(tools, board, [{ kind: 'step', text: 'Order', x: 0, y: 0 }])
  actor = 'bo'
  setNotes(tools, 'note.colour', ['note'], { colour: 'pink' })
  const player = new BoardPlayer(readRows(writer.bytes()))
  const [newest = -1] = player.cursor.historyOf('notes', 'note')
  expect(player.cursor.rows.cells[player.cursor.rows.cell[newest] ?? 0]).toEqual({
    root: 'notes',
    id: 'note',
    key: 'colour',
  })
  expect(player.cursor.rows.actors[player.cursor.rows.actor[newest] ?? 0]).toBe('bo')
  player.seek(player.cursor.rows.count - 1)
  expect(player.notes.get('note')?.made.by).toBe('ann')
})

test('a damaged recording is refused in words', () => {
  const unknownCell = new Uint8Array([3, 1, 9, 3, 0, 1, 65, 1, 0, 1, 0, 0, 0, 0, 0])
  for (const bytes of [unknownCell, unknownCell.slice(0, 7), unknownCell.slice(0, 3)])
    expect(() => readRows(bytes)).toThrow('The recording is damaged.')
  expect(() => readRows(new Uint8Array([99, 0]))).toThrow('The recording is of another version.')
})

test('a recording that goes on from its bytes and its document equals one made at once', () => {
  const { log } = session(11, 300)
  const whole = new RowWriter()
  const once = new RowRecorder()
  for (const entry of log) for (const row of once.apply(entry)) whole.write(row)
  let bytes: Uint8Array | undefined
  let state: Uint8Array | undefined
  for (let from = 0; from < log.length; from += 37) {
    const writer = new RowWriter(bytes)
    const recorder = new RowRecorder(state ? { state } : {})
    for (const entry of log.slice(from, from + 37)) for (const row of recorder.apply(entry)) writer.write(row)
    bytes = writer.bytes()
    state = Y.encodeStateAsUpdate(recorder.doc)
  }
  expect(bytes).toEqual(whole.bytes())
})

test('what the server put up has no maker, whoever asked for it', () => {
  const server = new Y.Doc()
  const recorder = new RowRecorder({ makerOf: client => (client === server.clientID ? null : undefined) })
  const writer = new RowWriter()
  server.on('update', (update: Uint8Array) => {
    for (const row of recorder.apply({ seq: 1, at: 1, actor: 'facilitator', update })) writer.write(row)
  })
  addNotes({ doc: server, newId: () => 'secret' }, readBoard(server), [
    { kind: 'idea', text: 'Said in private', x: 0, y: 0 },
  ])
  const player = new BoardPlayer(readRows(writer.bytes()))
  player.seek(player.cursor.rows.count - 1)
  expect(player.notes.get('secret')?.made.by).toBeNull()
})

/** One person's board, recorded; `act` is told what to do at which time. */
function recorded(
  acts: readonly [
    at: number,
    actor: string,
    act: (tools: { doc: Y.Doc; newId: () => string }, board: BoardModel) => void,
  ][],
) {
  const doc = new Y.Doc()
  const [recorder, writer, board] = [new RowRecorder(), new RowWriter(), new BoardModel(doc)]
  let [seq, ids] = [0, 0]
  let now = { at: 0, actor: '' }
  doc.on('update', (update: Uint8Array) => {
    seq += 1
    for (const row of recorder.apply({ seq, ...now, update })) writer.write(row)
  })
  for (const [at, actor, act] of acts) {
    now = { at, actor }
    act({ doc, newId: () => `n${ids++}` }, board)
  }
  return readRows(writer.bytes())
}
const note = (text: string) => (tools: { doc: Y.Doc; newId: () => string }, board: BoardModel) => {
  addNotes(tools, board, [{ kind: 'step', text, x: 0, y: 0 }])
}

test('an excerpt holds what stood on the wall and what came, and nothing that was gone before', () => {
  const rows = recorded([
    [1, 'ann', note('Old and gone')],
    [2, 'ann', note('Old and there')],
    [3, 'ann', note('Taken off, to come back')],
    [4, 'ann', (tools, board) => deleteNotes(tools, board, new Set(['n0', 'n2']))],
    [10, 'bo', note('New')],
    [11, 'bo', (tools, board) => bringBack(tools, board, 'n2')],
    [30, 'bo', note('After the end')],
  ])
  const writer = new RowWriter()
  for (const row of rowsBetween(rows, 10, 20)) writer.write(row)
  const bytes = writer.bytes()
  const player = new BoardPlayer(readRows(bytes))
  player.seek(player.cursor.rows.count - 1)
  expect([...player.notes.values()].map(each => each.text).sort()).toEqual([
    'New',
    'Old and there',
    'Taken off, to come back',
  ])
  expect(player.notes.get('n1')?.made.by).toBe('ann')
  const plain = new TextDecoder().decode(bytes)
  expect(plain).not.toContain('Old and gone')
  expect(plain).not.toContain('After the end')
})

test('what was put aside, brought back, tagged and grouped is told in words', () => {
  const rows = recorded([
    [1, 'ann', note('Loyalty card')],
    [2, 'ann', tools => parkNotes(tools, ['n0'])],
    [3, 'ann', tools => bringFromParking(tools, ['n0'])],
    [4, 'ann', (tools, board) => addTags(tools, [...board.notes.values()], ['later'])],
    [5, 'ann', tools => nameGroup(tools, groupNotes(tools, new Set(['n0'])), 'Money')],
  ])
  const cursor = new RowCursor(rows)
  const told = new Set(Array.from({ length: rows.count }, (_, row) => eventAt(cursor, row)?.words))
  for (const words of [
    'put “Loyalty card” into the parking lot',
    'let “Loyalty card” onto the wall',
    'tagged “Loyalty card”',
    'named a group “Money”',
  ])
    expect(told).toContain(words)
})

test('an excerpt does not begin earlier because a clock ran ahead and was set back', () => {
  const rows = recorded([
    [15, 'ann', note('Old and gone')],
    [3, 'ann', (tools, board) => deleteNotes(tools, board, new Set(['n0']))],
    [10, 'bo', note('New')],
  ])
  const texts = rowsBetween(rows, 10, 20).map(row => JSON.stringify(row))
  expect(texts.some(text => text.includes('New'))).toBe(true)
  expect(texts.some(text => text.includes('Old and gone'))).toBe(false)
})

test('a moment is told in words, with who did it and to what', () => {
  const rows = recorded([
    [1, 'ann', note('Order taken')],
    [2, 'bo', (tools, board) => deleteNotes(tools, board, new Set(['n0']))],
  ])
  const cursor = new RowCursor(rows)
  const last = rows.count - 1
  expect(eventAt(cursor, last)).toMatchObject({ actor: 'bo', kind: 'take', words: 'took off “Order taken”' })
  expect(eventAt(cursor, stepFrom(rows.seq, last, -1))).toMatchObject({
    actor: 'ann',
    kind: 'add',
    words: 'put up “Order taken”',
  })
})

test('steps stop at whole updates, and silence is shortened on the axis', () => {
  const rows = recorded([
    [0, 'ann', note('One')],
    [1000, 'bo', note('Two')],
    [3_600_000, 'ann', note('Three')],
  ])
  const first = momentOf(rows.seq, 0)
  const second = stepFrom(rows.seq, first, 1)
  expect([rows.at[first], rows.at[second]]).toEqual([0, 1000])
  expect(stepFrom(rows.seq, second, -1)).toBe(first)
  expect(stepFrom(rows.seq, first, -1)).toBe(-1)
  expect(stepFrom(rows.seq, rows.count - 1, 1)).toBe(rows.count - 1)
  const [plain, short] = [new PlayingTime(rows.at), new PlayingTime(rows.at, 5000)]
  expect([plain.length, short.length]).toEqual([3_600_000, 6000])
  expect(short.rowAt(1000)).toBe(second)
  const counts = activityOf(short, rows, rows.actors.length, 6)
  expect([...(counts[rows.actors.indexOf('ann')] ?? [])]).toEqual([1, 0, 0, 0, 0, 1])
  expect([...(counts[rows.actors.indexOf('bo')] ?? [])]).toEqual([0, 1, 0, 0, 0, 0])
})

test('a jump is told once, whatever it changes, with the notes already in their lanes', () => {
  const { log } = session(5, 200)
  const [recorder, writer] = [new RowRecorder(), new RowWriter()]
  for (const entry of log) for (const row of recorder.apply(entry)) writer.write(row)
  const player = new BoardPlayer(readRows(writer.bytes()))
  const told: string[][] = []
  player.subscribe(({ changes }) => told.push([...changes.keys()]))
  player.seek(player.cursor.rows.count - 1)
  expect(told).toHaveLength(1)
  expect(told[0]).toEqual(expect.arrayContaining(['notes', 'lanes', 'links']))
  expect(shown(player)).toEqual(shown(readBoard(recorder.doc)))
})

test('cells arrive elsewhere as they were, every word sent once', () => {
  const { cells, packed } = recorded([
    [1, 'ann', note('Order')],
    [2, 'bo', tools => nameGroup(tools, groupNotes(tools, new Set(['n0'])), 'Money')],
  ])
  expect(unpackCells(packed)).toEqual(cells)
  expect(new Set(packed.words).size).toBe(packed.words.length)
})
