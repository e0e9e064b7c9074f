import * as Y from 'yjs'
import { addLane, moveLane } from '#lib/board/commands/lanes.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes, setNotes } from '#lib/board/commands/notes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { random } from '#tests/drivers/random.ts'

/** What the wall shows, without authors: only the live document knows clients. */
export const shown = (board: BoardSnapshot) => {
  const plain = (entities: Iterable<{ id: string }>) =>
    [...entities].map(entity => ({ ...entity, made: null })).sort((a, b) => (a.id < b.id ? -1 : 1))
  return structuredClone({
    notes: plain(board.notes.values()),
    links: plain(board.links.values()),
    lanes: board.lanes,
    damaged: board.damaged,
  })
}

/**
 * Simulates people who work at random, offline at times, with undo and typing; returns the log and the live state after
 * each entry.
 */
export function session(seed: number, steps: number) {
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
