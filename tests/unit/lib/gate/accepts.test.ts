import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork } from '#lib/access/rights.ts'
import type { Fields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import type { GateContext } from '#lib/gate/context.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { rules } from '#lib/gate/refusal.ts'
import { any, deleted, forge, str } from '#tests/drivers/forge.ts'
import { GatedBoard, openPhase } from '#tests/drivers/gated-board.ts'
import { pickOne, random } from '#tests/drivers/random.ts'
import { type Cast, phaseOn, Scene, setScene, twice } from '#tests/drivers/scene.ts'
import { Seat } from '#tests/drivers/seat.ts'
import { runWorkshop } from '#tests/drivers/workshop.ts'

const hex = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')
const cast: Cast = { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }

/** A contributor at the scene, free to do everything that merges; `more` says what is different. */
function atTheScene(more: Partial<GateContext> = {}) {
  const { doc, leases } = setScene(cast)
  const scene = new Scene(doc, leases, cast, 'contributor')
  const check = (bytes: Uint8Array, other: Partial<GateContext> = {}) =>
    checkUpdate(doc, bytes, {
      personId: 'mal',
      role: 'contributor',
      phases: [phaseOn(doc, {})],
      leaseOf: client => leases.get(client) ?? null,
      serverClient: doc.clientID,
      newClients: 2,
      draft: false,
      ...more,
      ...other,
    })
  return { doc, scene, check }
}
const phase = (rights: Partial<Phase['rights']>, more: Partial<Phase> = {}): Phase => ({
  ...openPhase,
  ...more,
  rights: { ...freeWork, ...rights },
})
/** The rule that refuses, or `taken`. */
const verdict = (answer: ReturnType<typeof checkUpdate>) => (answer.ok ? 'taken' : answer.rule)

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

describe('the policy is asked for exactly what an update does', () => {
  const made = (fields: Fields, now: Phase, more: Partial<GateContext> = {}) => {
    const { scene, check } = atTheScene({ phases: [now], ...more })
    return verdict(check(scene.update(scene.made('notes', 'n', { kind: 'idea', pos: [0, 0], ...fields }))))
  }

  test('the kind of a new note, and each of several that it says', () => {
    expect(made({}, phase({ add: ['idea'] }))).toBe('taken')
    expect(made({ kind: 'step' }, phase({ add: ['idea'] }))).toBe('policy.note.add')
    expect(made({ kind: [twice, 'step', 'idea'] }, phase({ add: ['idea'] }))).toBe('policy.note.add')
    expect(made({ kind: [twice, 'pain', 'idea'] }, phase({ add: ['idea', 'pain'] }))).toBe('taken')
  })

  test('where a new note is, when notes go to the inbox', () => {
    const inbox = phase({}, { inbox: true })
    expect(made({ place: 'inbox' }, inbox)).toBe('taken')
    expect(made({}, inbox)).toBe('policy.note.add')
    expect(made({ place: 'parking' }, inbox)).toBe('policy.note.add')
    expect(made({ place: [twice, 'inbox', 'parking'] }, inbox)).toBe('policy.note.add')
  })

  test('fields of a new note that need a right of their own, but not when they say nothing', () => {
    const noVerdicts = phase({ verdicts: false })
    expect(made({ verdict: 'improve' }, noVerdicts)).toBe('policy.verdict.give')
    expect(made({ verdict: null }, noVerdicts)).toBe('taken')
    expect(made({ verdict: [twice, null, 'improve'] }, noVerdicts)).toBe('policy.verdict.give')
    expect(made({ locked: true }, openPhase)).toBe('policy.note.lock')
    expect(made({ locked: false }, openPhase)).toBe('taken')
    expect(made({ locked: true }, openPhase, { role: 'facilitator' })).toBe('taken')
    expect(made({ colour: 'pink' }, phase({ edit: 'none' })), 'a colour is part of adding').toBe('taken')
    expect(made({ system: 'Till' }, phase({ edit: 'own' })), 'what one makes is one’s own').toBe('taken')
    expect(made({ system: 'Till' }, phase({ edit: 'none' }))).toBe('policy.detail.edit')
  })

  test('what is added where there are no kinds', () => {
    const { scene, check } = atTheScene()
    const link = scene.update(scene.made('links', 'l', { ends: ['mine', 'theirs'] }))
    expect(verdict(check(link))).toBe('taken')
    expect(verdict(check(link, { phases: [phase({ link: false })] }))).toBe('policy.link.add')
    const comment = scene.update(scene.made('comments', 'c', { on: 'mine' }))
    expect(verdict(check(comment, { phases: [phase({ add: [] })] }))).toBe('taken')
  })

  test('the kind that a note becomes, and that it is changed at all', () => {
    const { doc, scene, check } = atTheScene()
    const becomes = (kind: string) => scene.update([any(scene.field('notes', 'mine', 'kind'), kind)])
    expect(verdict(check(becomes('pain'), { phases: [phase({ add: ['pain'] })] }))).toBe('taken')
    expect(verdict(check(becomes('step'), { phases: [phase({ add: ['pain'] })] }))).toBe('policy.note.kind')
    expect(verdict(check(becomes('pain'), { phases: [phase({ edit: 'none' })] }))).toBe('policy.note.kind')
    // One that goes in behind what has replaced the old kind since: it changes nothing, and is asked for all the same.
    const old = scene.field('notes', 'mine', 'kind')
    doc.clientID = Scene.orphan
    rootOf(doc, 'notes').get('mine')?.set('kind', 'pain')
    doc.clientID = 8000
    const late = scene.update([deleted(old)])
    expect(verdict(check(late))).toBe('taken')
    expect(verdict(check(late, { phases: [phase({ edit: 'none' })] }))).toBe('policy.note.kind')
  })

  test('whether what it changes is one’s own, or locked', () => {
    const { scene, check } = atTheScene({ phases: [phase({ edit: 'own' })] })
    const moves = (id: string) => verdict(check(scene.update([any(scene.field('notes', id, 'pos'), [9, 9])])))
    expect(['mine', 'theirs', 'revealed', 'nobodys', 'locked'].map(moves)).toEqual([
      ...['taken', 'policy.note.move', 'policy.note.move', 'policy.note.move', 'policy.note.move'],
    ])
    const free = atTheScene()
    expect(verdict(free.check(free.scene.update([any(free.scene.field('notes', 'locked', 'pos'), [9, 9])])))).toBe(
      'policy.note.move',
    )
  })

  test('one of the phases that count must allow it; the sentence is that of the one that holds', () => {
    const { scene, check } = atTheScene()
    const move = scene.update([scene.move()])
    const frozen = { ...openPhase, frozen: true }
    const ended: Phase = { ...openPhase, session: 'ended' }
    expect(verdict(check(move, { phases: [frozen, openPhase] }))).toBe('taken')
    expect(check(move, { phases: [frozen, ended] })).toMatchObject({
      message: 'The facilitator has frozen the wall for a moment.',
    })
    expect(check(move, { phases: [ended, frozen] })).toMatchObject({
      message: 'The session has ended; nothing can be changed.',
    })
  })
})

describe('private notes, in a document of their own', () => {
  const privately = phase({ private: true, add: ['idea'], edit: 'none', delete: 'none' })
  const draft = { draft: true, phases: [privately] } as const

  test('are written, moved and taken away as long as the activity is private', () => {
    const { scene, check } = atTheScene(draft)
    const note = scene.update(scene.made('notes', 'n', { kind: 'idea', pos: [0, 0] }))
    expect(verdict(check(note))).toBe('taken')
    expect(verdict(check(scene.update([scene.move(), scene.type('!')])))).toBe('taken')
    for (const [field, value] of [
      ['deleted', true],
      ['place', 'parking'],
      ['kind', 'idea'],
    ] as const)
      expect(verdict(check(scene.update([any(scene.field('notes', 'mine', field), value)]))), field).toBe('taken')
    expect(check(note, { phases: [openPhase] })).toMatchObject({ rule: 'policy.draft.write', path: '' })
  })

  test('are of the activity’s kinds', () => {
    const { scene, check } = atTheScene(draft)
    expect(verdict(check(scene.update(scene.made('notes', 'n', { kind: 'step', pos: [0, 0] }))))).toBe(
      'policy.draft.write',
    )
  })

  test('are notes and nothing else, and have nothing that needs a right of its own', () => {
    const { scene, check } = atTheScene({ draft: true, phases: [phase({ private: true, verdicts: false })] })
    expect(check(scene.update(scene.made('links', 'l', { ends: ['mine', 'theirs'] })))).toMatchObject({
      ...{ ok: false, rule: 'schema.root', path: 'links/l' },
    })
    expect(verdict(check(scene.update([any(scene.field('notes', 'mine', 'verdict'), 'improve')])))).toBe(
      'policy.verdict.give',
    )
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
