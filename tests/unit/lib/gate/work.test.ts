import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { resolveDeletes } from '#lib/gate/deletes.ts'
import { layOutStructs } from '#lib/gate/lay-out.ts'
import { Budget, gateLimits } from '#lib/gate/limits.ts'
import { GateRefusal, rules } from '#lib/gate/refusal.ts'
import { Resolver } from '#lib/gate/resolve.ts'
import type { Id } from '#lib/gate/struct.ts'
import { inDependencyOrder } from '#lib/gate/structure.ts'
import { DocumentView } from '#lib/gate/view.ts'
import { any, forge, map, type Part, str, text } from '#tests/drivers/forge.ts'
import { chosenSeed, pickOne, random } from '#tests/drivers/random.ts'

/** Adds up the steps that are spent. */
class Counting extends Budget {
  spent = 0
  override spend(steps: number): void {
    this.spent += steps
    super.spend(steps)
  }
}
function docOf(client: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  for (const name of rootNames) rootOf(doc, name)
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  return doc
}
/** A board with one note. */
function board(text = 'abcdef'): Y.Doc {
  const doc = docOf(1)
  const note = new Y.Map<unknown>()
  rootOf(doc, 'notes').set('n', note)
  for (const [key, value] of Object.entries({ kind: 'step', pos: [0, 0], text: new Y.Text(text) })) note.set(key, value)
  return doc
}
const noteIn = (doc: Y.Doc) => {
  const note = rootOf(doc, 'notes').get('n')
  const text = note?.get('text')
  if (!note || !(text instanceof Y.Text)) throw new Error('The note is gone.')
  return { note, text }
}
/** What finding the places of an update's parts costs, and the view it leaves. */
function resolved(server: Y.Doc, from: Y.Doc, at = Y.encodeStateVector(server)) {
  const { blocks, deletes } = decodeUpdate(Y.encodeStateAsUpdate(from, at))
  const view = new DocumentView(server, blocks)
  const budget = new Counting()
  const resolver = new Resolver(view, budget)
  for (const struct of inDependencyOrder(view)) resolver.resolve(struct)
  const placing = budget.spent
  resolveDeletes(view, budget, deletes, () => {})
  return { placing, deleting: budget.spent - placing }
}

test('a budget is spent to the last step, and not one further', () => {
  const budget = new Budget()
  budget.spend(gateLimits.work - 1)
  budget.spend(1)
  expect(() => budget.spend(1)).toThrow(new GateRefusal('size.work', '', rules['size.work']))
})

describe('honest work costs next to nothing', () => {
  test('a value after the newest, and a text written at its end', () => {
    const server = board()
    const person = docOf(2, server)
    noteIn(person).note.set('pos', [1, 1])
    noteIn(person).text.insert(6, 'ghi')
    noteIn(person).text.insert(9, 'jkl')
    expect(resolved(server, person)).toEqual({ placing: 0, deleting: 1 })
  })

  test('writing into the middle cuts what is there in two, on either side one step', () => {
    const server = board()
    const person = docOf(2, server)
    noteIn(person).text.insert(3, 'x')
    expect(resolved(server, person).placing).toBe(2)
  })

  test('writing before the first or behind the last cuts nothing', () => {
    const server = board()
    const person = docOf(2, server)
    noteIn(person).text.insert(0, 'x')
    noteIn(person).text.insert(7, 'y')
    expect(resolved(server, person).placing).toBe(0)
  })

  test('deleting whole parts is a step a part, deleting from a part cuts it', () => {
    const server = board()
    noteIn(server).text.insert(6, 'more', {})
    const whole = docOf(2, server)
    noteIn(whole).text.delete(0, noteIn(whole).text.length)
    expect(resolved(server, whole).deleting).toBe(1)
    const part = docOf(3, server)
    noteIn(part).text.delete(1, 2)
    expect(resolved(server, part).deleting).toBe(3)
    const begin = docOf(4, server)
    noteIn(begin).text.delete(0, 2)
    expect(resolved(server, begin).deleting).toBe(3)
    const end = docOf(5, server)
    noteIn(end).text.delete(8, 2)
    expect(resolved(server, end).deleting).toBe(3)
  })
})

describe('work that crossed costs what has to be passed', () => {
  test('a value written while others wrote the same: each of theirs, found and passed', () => {
    const server = board()
    const person = docOf(2, server)
    noteIn(person).note.set('pos', [9, 9])
    for (const x of [1, 2, 3]) noteIn(server).note.set('pos', [x, x])
    // The two that were overwritten are one part to Yjs.
    expect(resolved(server, person).placing).toBe(4)
  })

  test('a value for a key that nobody had, while others gave it one', () => {
    const server = board()
    const person = docOf(2, server)
    noteIn(person).note.set('colour', 'pink')
    for (const colour of ['blue', 'mint']) noteIn(server).note.set('colour', colour)
    expect(resolved(server, person).placing).toBe(4)
  })

  test('several values one after the other: as the first, and no more', () => {
    const server = board()
    const person = docOf(2, server)
    for (const x of [7, 8, 9]) person.transact(() => noteIn(person).note.set('pos', [x, x]))
    for (const x of [1, 2]) noteIn(server).note.set('pos', [x, x])
    expect(resolved(server, person).placing).toBe(4 + 2)
  })

  test('a cut in a long history costs more, by what moves up in memory', () => {
    const server = board()
    for (let x = 0; x < 600; x++) noteIn(server).text.insert(0, 'k')
    const moving = 1 + ((server.store.clients.get(1)?.length ?? 0) >> 8)
    expect(moving).toBe(3)
    const writing = docOf(2, server)
    noteIn(writing).text.insert(603, 'x')
    expect(resolved(server, writing).placing).toBe(2 * moving)
    const deleting = docOf(3, server)
    noteIn(deleting).text.delete(602, 2)
    expect(resolved(server, deleting).deleting).toBe(1 + 2 * moving)
  })
})

describe('what is put into a text costs what is passed on the way to its place', () => {
  /** The letters of `ab` on `board('ab')`, and a client's own parts. */
  const [a, b] = [4, 5].map(clock => ({ client: 1, clock })) as [Id, Id]
  const own = (clock: number): Id => ({ client: 60, clock })
  function cost(server: Y.Doc, ...parts: readonly Part[]): number {
    const view = new DocumentView(server, decodeUpdate(forge([{ client: 60, clock: 0, parts }])).blocks)
    const budget = new Counting()
    const resolver = new Resolver(view, budget)
    for (const struct of inDependencyOrder(view)) resolver.resolve(struct)
    return budget.spent
  }
  const letter = (clock: number): Id => ({ client: 1, clock: 4 + clock })

  test('two places in the middle of what is there cost their cuts, two of what comes with them nothing', () => {
    const two = [str({ left: letter(1), right: letter(2) }, 'x'), str({ left: letter(3), right: letter(4) }, 'y')]
    expect(cost(board(), ...two)).toBe(2 + 2)
    const into = [str({ left: own(0), right: own(1) }, 'v'), str({ left: own(1), right: own(2) }, 'w')]
    expect(cost(board('ab'), str({ left: b }, 'xyz'), ...into)).toBe(0)
  })

  test('in an empty text nothing; in a new one only what is already at the same place', () => {
    const empty = { client: 1, clock: 3 }
    expect(cost(board(''), str({ parent: empty }, 'x'))).toBe(0)
    const note = [map({ parent: 'notes', key: 'new' }), text({ parent: own(0), key: 'text' })]
    const twice = [str({ parent: own(1) }, 'x'), str({ parent: own(1) }, 'y')]
    expect(cost(board(), ...note, ...twice)).toBe(1)
  })

  test('behind a part whose place had to be looked for, all is looked for, to the end as well', () => {
    const server = board('ab')
    server.clientID = 9
    noteIn(server).text.insert(2, 'k')
    // Passed: k; then one’s own x, and both parts of the text.
    expect(cost(server, str({ left: b }, 'x'), str({ left: own(0) }, 'y'))).toBe(1 + (1 + 2))
  })

  test('what was removed for good is not cut', () => {
    const server = board()
    rootOf(server, 'notes').delete('n')
    expect(cost(server, str({ left: a }, 'x'))).toBe(0)
  })

  test('the end of the way is known by who wrote it, not by its number alone', () => {
    const server = board('ab')
    server.clientID = 9
    for (let count = 0; count < 6; count++) noteIn(server).text.insert(1, 'k')
    expect(cost(server, str({ left: a, right: b }, 'x'))).toBe(6)
  })

  test('where work crossed, each part between the two is looked at, and passed', () => {
    const server = board('ab')
    const others = [20, 30].map(client => docOf(client, server))
    for (const other of others) noteIn(other).text.insert(1, 'x')
    for (const other of others) Y.applyUpdate(server, Y.encodeStateAsUpdate(other))
    const between = { left: { client: 20, clock: 0 }, right: { client: 30, clock: 0 } }
    server.clientID = 9
    for (let count = 1; count <= 3; count++) {
      noteIn(server).text.insert(2, 'w')
      expect(cost(server, str(between, 'z'))).toBe(2 * count)
    }
  })

  test('a value that follows one of the same change passes what that passed, and what came since', () => {
    const kind = { client: 1, clock: 1 }
    const server = board()
    server.clientID = 90
    noteIn(server).note.set('kind', 'pain')
    const first = any({ left: kind }, 'idea')
    expect(cost(server, first)).toBe(2)
    // Found and passed; then passed once more.
    expect(cost(server, first, any({ left: own(0) }, 'step'))).toBe(2 + 1)
    expect(cost(server, first, first, any({ left: own(0) }, 'step'))).toBe(2 + (1 + 2) + (2 + 1))
  })
})

/** The units of a text in the order that Yjs gives them. */
function unitsOf(text: Y.Text): string[] {
  const units: string[] = []
  for (let item = text._start; item; item = item.right)
    for (let i = 0; i < item.length; i++) units.push(`${item.id.client}:${item.id.clock + i}`)
  return units
}

test.each([1, 2, 3, chosenSeed()])('a text is laid out as Yjs will have it, whoever wrote at once (seed %i)', seed => {
  const chance = random(seed)
  for (let run = 0; run < 8; run++) {
    const server = board('ab')
    const docs = [2, 3, 4, 5].map(client => docOf(client + chance.below(3) * 10, server))
    for (let step = 0; step < 24; step++) {
      const doc = pickOne(chance, docs)
      const { text } = noteIn(doc)
      const dice = chance.next()
      if (dice < 0.7) text.insert(chance.below(text.length + 1), pickOne(chance, ['x', 'yz', '123']))
      else if (dice < 0.8 && text.length > 0) text.delete(chance.below(text.length), 1)
      else {
        const update = Y.encodeStateAsUpdate(pickOne(chance, docs))
        for (const to of [doc, ...(chance.next() < 0.5 ? [server] : [])]) Y.applyUpdate(to, update)
      }
    }
    for (const doc of docs) {
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
      const view = new DocumentView(server, decodeUpdate(update).blocks)
      const added = inDependencyOrder(view).filter(({ content }) => content === 'string' || content === 'deleted')
      const laid = layOutStructs(new Budget(), noteIn(server).text._start, added)
      Y.applyUpdate(server, update)
      expect(laid.map(({ client, clock }) => `${client}:${clock}`)).toEqual(unitsOf(noteIn(server).text))
    }
  }
})

test('laying a text out costs its length, and for each new part the search for its place', () => {
  const server = board('abcd')
  const person = docOf(2, server)
  noteIn(person).text.insert(2, 'xyz')
  const [block] = decodeUpdate(Y.encodeStateAsUpdate(person, Y.encodeStateVector(server))).blocks
  const budget = new Counting()
  const laid = layOutStructs(budget, noteIn(server).text._start, block?.structs ?? [])
  expect(budget.spent).toBe(4 + (4 + 3))
  expect(laid.map(({ client, left, right }) => [client, left?.clock ?? null, right?.clock ?? null])).toEqual([
    ...[
      [1, null, null],
      [1, 4, null],
      [2, 5, 6],
      [2, 0, 6],
      [2, 1, 6],
      [1, 5, null],
      [1, 6, null],
    ],
  ])
})

test('the search is counted by how far it went', () => {
  const cost = (left: number, right: number) => {
    const server = board('a'.repeat(40))
    const [at] = [left, right].map(index => ({ client: 1, clock: 4 + index }))
    const part = str({ ...(at && { left: at }), right: { client: 1, clock: 4 + right } }, 'x')
    const [block] = decodeUpdate(forge([{ client: 2, clock: 0, parts: [part] }])).blocks
    const budget = new Counting()
    layOutStructs(budget, noteIn(server).text._start, block?.structs ?? [])
    return budget.spent - 40 - 41
  }
  expect([cost(0, 1), cost(15, 16), cost(31, 32)]).toEqual([0, 1 + 2, 3 + 4])
})
