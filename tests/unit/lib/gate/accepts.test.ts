import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import { rules } from '#lib/gate/refusal.ts'
import { atTheScene, phase, verdict } from '#tests/drivers/at-the-scene.ts'
import { any, deleted, forge, str } from '#tests/drivers/forge.ts'
import { GatedBoard } from '#tests/drivers/gated-board.ts'
import { pickOne, random } from '#tests/drivers/random.ts'
import { Scene } from '#tests/drivers/scene.ts'
import { Seat } from '#tests/drivers/seat.ts'
import { runWorkshop } from '#tests/drivers/workshop.ts'

const hex = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

describe('what is taken is told item by item', () => {
  test('a note that is made is the sender’s', () => {
    const { scene, check } = atTheScene()
    expect(check(scene.update(scene.made('notes', 'n', { kind: 'idea', pos: [0, 0] })))).toMatchObject({
      ok: true,
      operations: [{ root: 'notes', id: 'n', field: null, change: 'create', author: 'mal' }],
      newClients: [],
    })
  })

  test('a value written, one taken away, and words in a text, each with whose the note is', () => {
    const { scene, check } = atTheScene()
    expect(
      check(
        scene.update(
          [
            any(scene.field('notes', 'theirs', 'pos'), [9, 9]),
            str({ left: scene.char('notes', 'mine', 'text', -1) }, '!'),
          ],
          [scene.erase(scene.field('notes', 'also-mine', 'z').left ?? scene.me)],
        ),
      ),
    ).toMatchObject({
      ok: true,
      weight: 3,
      operations: expect.arrayContaining([
        { root: 'notes', id: 'theirs', field: 'pos', change: 'write', author: 'vic' },
        { root: 'notes', id: 'mine', field: 'text', change: 'text', author: 'mal' },
        { root: 'notes', id: 'also-mine', field: 'z', change: 'clear', author: 'mal' },
      ]),
    })
  })

  test('the server’s word on whose a note is goes before the lease; who has none has no author', () => {
    const { scene, check } = atTheScene()
    const authorOf = (id: string) => {
      const answer = check(scene.update([any(scene.field('notes', id, 'pos'), [9, 9])]))
      return answer.ok ? answer.operations.map(({ author }) => author) : answer.rule
    }
    expect([authorOf('revealed'), authorOf('nobodys'), authorOf('theirs')]).toEqual([['vic'], [null], ['vic']])
  })

  test('an update that brings nothing new is taken without bytes', () => {
    const { doc, check } = atTheScene()
    expect(check(Y.encodeStateAsUpdate(doc))).toMatchObject({
      ok: true,
      update: null,
      operations: [],
      newClients: [],
      weight: 1,
    })
    expect(check(Y.encodeStateAsUpdate(doc), { role: 'observer' }), 'even of one who may not write').toMatchObject({
      ok: true,
    })
  })

  test('a client id that nobody has used becomes the sender’s', () => {
    const { doc, check } = atTheScene()
    const other = new Y.Doc()
    other.clientID = 9_001
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    rootOf(other, 'notes').get('mine')?.set('pos', [1, 2])
    const bytes = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
    expect(check(bytes)).toMatchObject({ ok: true, newClients: [9_001] })
    expect(verdict(check(bytes, { newClients: 1 }))).toBe('taken')
    expect(verdict(check(bytes, { newClients: 0 }))).toBe('lease.many')
  })

  test('what comes again with something new behind it is taken from there on', () => {
    const { doc, scene, check } = atTheScene()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.clientID = 4000
    rootOf(other, 'notes').get('mine')?.set('pos', [1, 2])
    const answer = check(Y.encodeStateAsUpdate(other))
    expect(answer).toMatchObject({ ok: true, weight: 2, newClients: [] })
    if (answer.ok && answer.update) Y.applyUpdate(doc, answer.update)
    expect(hex(doc)).toBe(hex(other))
    expect(scene.personId).toBe('mal')
  })
})

describe('a refusal says what, where and why', () => {
  test('in the words of the policy, at the entity and its field', () => {
    const { scene, check } = atTheScene({ phases: [phase({ edit: 'own' })] })
    expect(check(scene.update([any(scene.field('notes', 'theirs', 'pos'), [9, 9])]))).toMatchObject({
      ok: false,
      rule: 'policy.note.move',
      path: 'notes/theirs/pos',
      message: 'In this activity you can change only your own.',
      resync: false,
    })
    expect(check(scene.update(scene.made('views', 'v', { name: 'All', rect: [0, 0, 9, 9] })))).toMatchObject({
      path: 'views/v',
      message: 'Only a facilitator can do this.',
    })
    expect(check(scene.update([any(scene.field('notes', 'theirs', 'nothing'), 1)]))).toMatchObject({
      rule: 'schema.field',
      path: 'notes/theirs/nothing',
    })
  })

  test('messages that crossed are no offence: all that the client has is asked for', () => {
    const { scene, check } = atTheScene()
    const bytes = scene.update([any({ left: scene.next(5, 2000) }, 1)])
    const unknown = { ok: false, rule: 'structure.unknown', resync: true }
    expect(check(bytes)).toMatchObject({ ...unknown, path: `4000:${scene.me.clock}` })
    expect(check(scene.update([any({ right: scene.next(5, 2000) }, 1)]))).toMatchObject(unknown)
    expect(check(scene.update([any({ parent: scene.next(5, 2000), key: 'pos' }, 1)]))).toMatchObject(unknown)
    expect(check(scene.update([], [{ client: 2000, ranges: [[10_000, 1]] }]))).toMatchObject({
      ...{ ok: false, rule: 'structure.future', resync: true, path: '2000' },
      message: rules['structure.future'],
    })
  })

  test('nobody writes under the id of the server, even before it has written', () => {
    const { doc, scene, check } = atTheScene()
    const parts = scene.note('n')
    expect(check(forge([{ client: doc.clientID, clock: 0, parts }]))).toMatchObject({ ok: false, rule: 'lease.server' })
  })

  test('what goes wrong in the gate itself is no refusal', () => {
    const { scene, check } = atTheScene()
    const down = () => {
      throw new Error('The leases cannot be read.')
    }
    expect(() => check(scene.update([scene.move()]), { leaseOf: down })).toThrow('The leases cannot be read.')
  })

  test('every rule has a sentence of its own', () => {
    for (const sentence of Object.values(rules)) expect(sentence).toMatch(/^\p{Lu}.{15,}\.$/u)
    expect(new Set(Object.values(rules)).size).toBe(Object.keys(rules).length)
  })
})

describe('what an entity needs', () => {
  const pos = (doc: Y.Doc, client: number, ...xs: readonly number[]) => {
    doc.clientID = client
    for (const x of xs) rootOf(doc, 'notes').get('mine')?.set('pos', [x, x])
    doc.clientID = 8000
  }
  test('is taken away by what becomes its newest value, not by what goes in behind newer ones', () => {
    const { doc, scene, check } = atTheScene()
    const away = scene.update([deleted(scene.field('notes', 'mine', 'pos'))])
    expect(verdict(check(away))).toBe('schema.needed')
    pos(doc, Scene.orphan, 1, 2)
    expect(verdict(check(away)), 'the later client’s is newer').toBe('taken')
    const other = atTheScene()
    const late = other.scene.update([deleted(other.scene.field('notes', 'mine', 'pos'))])
    pos(other.doc, Scene.server, 1, 2)
    expect(verdict(other.check(late)), 'the earlier client’s is older').toBe('schema.needed')
  })
})

describe('texts and ends', () => {
  test('a text may become as long as the field, not longer, and a longer one may become shorter', () => {
    const { scene, check } = atTheScene()
    const room = 4_000 - 'My own note'.length
    const typed = (length: number) => scene.update([scene.type('x'.repeat(length))])
    expect([verdict(check(typed(room))), verdict(check(typed(room + 1)))]).toEqual(['taken', 'schema.long'])
    const first = scene.char('notes', 'mine', 'text', 0)
    expect(verdict(check(scene.update([scene.type('x'.repeat(room + 1))], [scene.erase(first)])))).toBe('taken')
  })

  test('where a text is too long already, no more is put in than is taken out', () => {
    const { doc, scene, check } = atTheScene()
    const words = rootOf(doc, 'notes').get('mine')?.get('text')
    doc.clientID = Scene.server
    if (words instanceof Y.Text) words.insert(words.length, 'x'.repeat(4_000))
    doc.clientID = 8000
    const first = scene.char('notes', 'mine', 'text', 0)
    const typed = (length: number) =>
      verdict(check(scene.update([scene.type('y'.repeat(length))], [scene.erase(first, 5)])))
    expect([4, 5, 6].map(typed)).toEqual(['taken', 'taken', 'schema.long'])
  })

  test('a deleted part put into a text counts for nothing', () => {
    const { scene, check } = atTheScene()
    const part = deleted({ left: scene.char('notes', 'mine', 'text', -1) }, 5_000)
    expect(verdict(check(scene.update([part])))).toBe('taken')
  })

  test('a link may end at a note that was taken off, or comes with it, and not at one that is gone', () => {
    const { scene, check } = atTheScene()
    const link = (to: string, offset = 0) => scene.made('links', 'l', { ends: ['mine', to] }, { offset })
    expect(verdict(check(scene.update(link('taken-off'))))).toBe('taken')
    expect(verdict(check(scene.update(link('removed'))))).toBe('schema.ends')
    const note = scene.note('n')
    expect(verdict(check(scene.update([...note, ...link('n', note.length)])))).toBe('taken')
    expect(verdict(check(scene.update(link('mine'))))).toBe('schema.ends')
  })
})

/** Short and by fixed numbers: the same at every run; `honest.test.ts` has the long ones. */
describe('honest work is taken as it is', () => {
  const crossed = ({ rule, resync }: { rule: string; resync: boolean }) => resync || rule.startsWith('policy.')

  test.each([1, 2, 3])('a short workshop leaves the same bytes behind the gate as without (%i)', seed => {
    const { server, seats } = runWorkshop(seed, 120)
    expect(server.refusals.filter(refusal => !crossed(refusal))).toEqual([])
    expect(hex(server.doc) === hex(server.plain)).toBe(true)
    for (const seat of seats) expect(seat.doc.toJSON()).toEqual(server.doc.toJSON())
  })

  test.each([1, 2, 3, 4])('people who write in one text at once end with the same text (%i)', seed => {
    const chance = random(seed)
    const server = new GatedBoard()
    const seats = ['ann', 'bob', 'cyd'].map(name => new Seat(server, name, 'facilitator', chance))
    server.write(({ doc }) => {
      const note = new Y.Map<unknown>()
      for (const [key, value] of Object.entries({ kind: 'step', pos: [0, 0], text: new Y.Text('abc') }))
        note.set(key, value)
      rootOf(doc, 'notes').set('n', note)
    })
    for (const seat of seats) seat.connect()
    for (let step = 0; step < 150; step++) {
      const seat = pickOne(chance, seats)
      const text = rootOf(seat.doc, 'notes').get('n')?.get('text')
      if (!(text instanceof Y.Text)) throw new Error('The text is gone.')
      const dice = chance.next()
      if (dice < 0.35) text.insert(chance.below(text.length + 1), pickOne(chance, ['x', 'yz', 'é☕', '👍']))
      else if (dice < 0.5 && text.length > 2) text.delete(chance.below(text.length - 1), 1 + chance.below(2))
      else if (dice < 0.7) seat.sendOne()
      else if (dice < 0.95) seat.receiveOne()
      else if (seat.online) seat.disconnect()
      else seat.connect()
    }
    for (let round = 0; round < 2; round++) for (const seat of seats) seat.drain()
    expect(server.refusals.filter(({ resync }) => !resync)).toEqual([])
    expect(seats.map(({ resets }) => resets)).toEqual([0, 0, 0])
    expect(hex(server.doc) === hex(server.plain)).toBe(true)
    for (const seat of seats) expect(seat.doc.toJSON()).toEqual(server.doc.toJSON())
  })
})
