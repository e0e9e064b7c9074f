import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLane, moveLane } from '#lib/board/commands/lanes.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes, setNotes } from '#lib/board/commands/notes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { RowWriter, readRows } from '#lib/replay/codec.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { RowRecorder } from '#lib/replay/recorder.ts'
import { random } from '#tests/drivers/random.ts'

/** What the wall shows, without who made it: clients are known only to the live document. */
const shown = (board: BoardSnapshot) => {
  const plain = (entities: Iterable<{ id: string }>) =>
    [...entities].map(entity => ({ ...entity, made: null })).sort((a, b) => (a.id < b.id ? -1 : 1))
  return structuredClone({
    notes: plain(board.notes.values()),
    links: plain(board.links.values()),
    lanes: board.lanes,
    damaged: board.damaged,
  })
}

/** People working at random, with offline spells, undo and typing; answers the log and the live state after each entry. */
function session(seed: number, steps: number) {
  const chance = random(seed)
  const server = new Y.Doc()
  const log: { seq: number; at: number; actor: string; update: Uint8Array }[] = []
  const states: ReturnType<typeof shown>[] = []
  const live = new BoardModel(server)
  let ids = 0
  const people = ['ann', 'bo', 'chi'].map(name => {
    const doc = new Y.Doc()
    const writer = { doc, newId: () => `${name}${ids++}` }
    return { name, doc, writer, board: new BoardModel(doc), undo: new BoardUndo(doc) }
  })
  server.on('update', (update: Uint8Array, origin: unknown) => {
    log.push({ seq: log.length + 1, at: 1_000_000 + log.length * 37, actor: String(origin), update })
    states.push(shown(live))
  })
  const sync = (person: (typeof people)[number]) => {
    const missing = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server))
    Y.applyUpdate(server, missing, person.name)
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)), 'server')
  }
  for (let step = 0; step < steps; step += 1) {
    const person = chance.pick(people) ?? people[0]
    if (!person) continue
    const { writer, board, doc } = person
    const note = chance.pick([...board.notes.values()])
    const other = chance.pick([...board.notes.values()])
    switch (chance.below(10)) {
      case 0:
      case 1:
        addNotes(writer, board, [{ kind: 'step', text: `🙂 ${step}`, x: chance.below(900), y: chance.below(900) }])
        break
      case 2:
      case 3:
        if (note) moveNotes(writer, board, new Map([[note.id, { x: chance.below(900), y: chance.below(900) }]]))
        break
      case 4:
        if (note) textOf(doc, 'notes', note.id)?.insert(0, chance.pick(['a', 'ü', '👩‍🔧', 'ش']) ?? '')
        break
      case 5:
        if (note && other) addLink(writer, board, note.id, other.id)
        break
      case 6:
        if (note) setNotes(writer, 'note.colour', [note.id], { colour: chance.pick(['pink', null, 'mint']) })
        break
      case 7:
        if (note && chance.below(3) === 0) deleteNotes(writer, board, new Set([note.id]))
        else if (board.lanes.length < 4) addLane(writer, board, { name: 'Lane', actor: 'back-stage' })
        break
      case 8:
        if (board.lanes[0]) moveLane(writer, board, board.lanes[0].id, 1)
        break
      default:
        if (chance.below(2)) person.undo.undo()
        else person.undo.redo()
    }
    if (chance.below(3) === 0) sync(person)
  }
  for (const person of [...people, ...people]) sync(person)
  return { log, states, server }
}

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
  const [newest = -1] = player.historyOf('notes', 'note')
  expect(player.rows.cells[player.rows.cell[newest] ?? 0]).toEqual({ root: 'notes', id: 'note', key: 'colour' })
  expect(player.rows.actors[player.rows.actor[newest] ?? 0]).toBe('bo')
  player.seek(player.rows.count - 1)
  expect(player.notes.get('note')?.made.by).toBe('ann')
})

test('a damaged recording is refused in words', () => {
  expect(() => readRows(new Uint8Array([1, 9, 9, 9, 9]))).toThrow('The recording is damaged.')
})
