import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { layOutStructs } from '#lib/gate/lay-out.ts'
import { Budget } from '#lib/gate/limits.ts'
import type { Id, Struct } from '#lib/gate/struct.ts'
import { type Chance, pickOne, random } from '#tests/drivers/random.ts'

const unbounded = { bytes: 1e9, structs: 1e9, clients: 1e9, ranges: 1e9 }
const text = (doc: Y.Doc) => doc.getText('text')
const copyOf = (doc: Y.Doc, client: number) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  text(copy)
  return copy
}

/** What an update brings to the text, each struct after all that it names. */
function structsOf(doc: Y.Doc, known: Y.Doc): Struct[] {
  const state = Y.decodeStateVector(Y.encodeStateVector(known))
  const { blocks } = decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known)), unbounded)
  const waiting = blocks.map(({ structs }) => [...structs])
  const isThere = (id: Id | string | null) =>
    id === null || typeof id === 'string' || id.clock < (state.get(id.client) ?? 0)
  const order: Struct[] = []
  while (waiting.some(list => list.length > 0))
    for (const list of waiting)
      for (let next = list[0]; next && isThere(next.left) && isThere(next.right); next = list[0]) {
        order.push(next)
        state.set(next.client, next.end)
        list.shift()
      }
  return order
}

/** The units of a text as Yjs has them in the end. */
function unitsOf(doc: Y.Doc): string[] {
  const units: string[] = []
  for (let item = text(doc)._start; item; item = item.right)
    for (let at = 0; at < item.length; at++) units.push(`${item.id.client}:${item.id.clock + at}`)
  return units
}
const laidOut = (server: Y.Doc, structs: readonly Struct[], budget = new Budget()) =>
  layOutStructs(budget, text(server)._start, structs).map(({ client, clock }) => `${client}:${clock}`)

function write(doc: Y.Doc, chance: Chance) {
  const all = text(doc)
  if (all.length > 1 && chance.below(4) === 0) all.delete(chance.below(all.length - 1), 1)
  else all.insert(chance.below(Math.min(all.length, 3) + 1), pickOne(chance, ['a', 'bc', 'def']))
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))('what people write at once lies as Yjs lays it (%i)', seed => {
  const chance = random(seed)
  const server = new Y.Doc()
  server.clientID = 50
  for (let i = 0; i < seed % 4; i++) write(server, chance)
  // Ids below and above the server's, for they decide between what was written in one place.
  const people = [10, 40, 60, 90].map(client => copyOf(server, client))
  for (let step = 0; step < 24; step++) {
    const one = pickOne(chance, people)
    if (chance.below(3) > 0) write(one, chance)
    else Y.applyUpdate(one, Y.encodeStateAsUpdate(pickOne(chance, people)))
    if (chance.below(8) === 0) Y.applyUpdate(server, Y.encodeStateAsUpdate(one))
  }
  const all = copyOf(server, 99)
  for (const one of people) Y.applyUpdate(all, Y.encodeStateAsUpdate(one))
  expect(laidOut(server, structsOf(all, server))).toEqual(unitsOf(all))
})

test('the work is counted: what is there, what each part has to be put into, and what is looked up', () => {
  const server = new Y.Doc()
  server.clientID = 50
  text(server).insert(0, 'abcdefghijklmnop')
  const spent = (at: number, letters: string) => {
    const one = copyOf(server, 60)
    text(one).insert(at, letters)
    const budget = new Budget()
    laidOut(server, structsOf(one, server), budget)
    return budget.used
  }
  const known = 16
  expect(spent(0, 'x'), 'the first letter is found at once').toBe(known + (known + 1))
  expect(spent(16, 'xyz'), 'after the last, the sixteenth').toBe(known + (known + 3) + (15 >> 3))
  expect(spent(9, 'xy'), 'between the ninth and the tenth').toBe(known + (known + 2) + (9 >> 3) + (8 >> 3))
})
