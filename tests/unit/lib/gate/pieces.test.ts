import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { textOf, transact } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import { BoardModel } from '#lib/board/model.ts'
import { inPieces } from '#lib/gate/pieces.ts'
import { GatedBoard } from '#tests/drivers/gated-board.ts'
import { act } from '#tests/drivers/honest-acts.ts'
import { chosenSeed, random } from '#tests/drivers/random.ts'
import { Seat } from '#tests/drivers/seat.ts'

const seed = chosenSeed()
const bounds = { bytes: 2_000, structs: 100 }
const state = (doc: Y.Doc) => JSON.stringify(doc.toJSON())

/** A page of a person: a document that may hold what an earlier page kept. */
function page(kept: Y.Doc | null, client: number) {
  const doc = new Y.Doc()
  if (kept) Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept))
  doc.clientID = client
  let made = 0
  const writer = { doc, newId: () => `${client}-${made++}` }
  const on = <T>(work: (model: BoardModel) => T): T => {
    const model = new BoardModel(doc)
    const answer = work(model)
    model.destroy()
    return answer
  }
  return { doc, writer, on }
}

/** Sends everything in pieces through the gate; answers how many there were. */
function send(server: GatedBoard, doc: Y.Doc): number {
  const pieces = inPieces(doc, Y.encodeStateVector(server.doc), bounds)
  for (const { update } of pieces) {
    server.receive(update, 'person0', 'facilitator')
    expect(server.refusals).toEqual([])
    expect(server.doc.store.pendingStructs).toBeNull()
  }
  expect(state(server.doc)).toBe(state(doc))
  return pieces.length
}

test(`much honest work goes through the gate in small pieces and leaves the same board (seed ${seed})`, () => {
  for (let run = 0; run < 10; run++) {
    const server = new GatedBoard()
    const seat = new Seat(server, 'person0', 'facilitator', random(seed + run))
    seat.connect()
    for (let step = 0; step < 40; step++) act(seat)
    seat.drain()
    seat.disconnect()
    for (let step = 0; step < 300; step++) act(seat)
    expect(send(server, seat.doc)).toBeGreaterThan(3)
  }
})

test('notes that were all moved later go up one after the other, each where it lies now', () => {
  const server = new GatedBoard()
  const { doc, writer, on } = page(null, 77)
  const ids = on(model =>
    addNotes(
      writer,
      model,
      Array.from({ length: 300 }, (_, x) => ({ kind: 'step' as const, text: 'Order', x, y: 0 })),
    ),
  )
  for (const y of [100, 200]) on(model => moveNotes(writer, model, new Map(ids.map((id, x) => [id, { x, y }]))))
  // As after a reload: what was replaced is not kept any more.
  const pieces = inPieces(page(doc, 78).doc, Y.encodeStateVector(server.doc), bounds)
  for (const { update } of pieces) expect(update.length).toBeLessThan(bounds.bytes * 1.2)
  expect(send(server, page(doc, 78).doc)).toBe(pieces.length)
})

test('links of a later page follow the notes of an earlier one, whichever has the lower number', () => {
  for (const [first, second] of [
    [10, 20],
    [20, 10],
  ] as const) {
    const server = new GatedBoard()
    const earlier = page(null, first)
    const ids = earlier.on(model =>
      addNotes(
        earlier.writer,
        model,
        Array.from({ length: 100 }, (_, x) => ({ kind: 'step' as const, text: `Step ${x}`, x, y: 0 })),
      ),
    )
    const later = page(earlier.doc, second)
    for (let at = 1; at < ids.length; at++)
      later.on(model => addLink(later.writer, model, ids[at - 1] ?? '', ids[at] ?? ''))
    send(server, later.doc)
  }
})

test('a long text that was written anew is never too long on the way', () => {
  const server = new GatedBoard()
  const { doc, writer, on } = page(null, 5)
  const [id = ''] = on(model => addNotes(writer, model, [{ kind: 'step', text: 'a'.repeat(limits.text), x: 0, y: 0 }]))
  server.receive(Y.encodeStateAsUpdate(doc), 'person0', 'facilitator')
  for (const letter of ['b', 'c'])
    transact(writer, 'note.text', () => {
      const text = textOf(doc, 'notes', id)
      text?.delete(0, text.length)
      text?.insert(0, letter.repeat(limits.text))
    })
  on(model =>
    addNotes(
      writer,
      model,
      Array.from({ length: 30 }, (_, x) => ({ kind: 'step' as const, text: 'More', x, y: 0 })),
    ),
  )
  expect(send(server, doc)).toBeGreaterThan(2)
})
