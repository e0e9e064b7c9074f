import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { atActivity, done, holds, noteOn, notesOn, saved, stageOn, TestRoom, type, write } from '#tests/drivers/room.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
let room: TestRoom
let fay: TestPerson
let facilitator: OwnClient

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  fay = await server.person('Fay')
  room = new TestRoom(server, await server.board(fay))
  facilitator = await room.join(fay)
})
afterEach(() => room.close())

const round = () => `item0.${stageOn(facilitator).rounds.item0 ?? 0}`

describe('a private round', () => {
  test('no byte of another’s notes reaches anybody, facilitator included; only how many there are', async () => {
    await atActivity(facilitator, ['ideas'])
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    const anns = await room.privateNotes(ann.person, ann.board)
    const bobs = await room.privateNotes(bob.person, bob.board)
    const id = write(anns, 'Chief never listens')
    type(anns, id, 'Our ')
    write(bobs, 'Queue at the till')
    await saved(anns)
    await saved(bobs)
    await until(() => Object.keys(stageOn(facilitator).drafts).length === 2, 'counted')
    expect(stageOn(facilitator).drafts).toEqual({ [ann.person.id]: 1, [bob.person.id]: 1 })

    const late = await room.guest('Late')
    const observer = await room.guest('Otto', 'observer')
    const lates = await room.privateNotes(late.person, late.board)
    expect(await done(facilitator, 'drafts.waiting')).toEqual([
      { round: 'item0.0', name: 'Ideas, on your own', anonymous: false, now: true, people: 2, notes: 2 },
    ])
    for (const client of [facilitator, bob.board, bobs, late.board, lates, observer.board])
      for (const secret of ['Chief', 'listens', id]) expect(holds(client.received, secret)).toBe(false)
    for (const client of [facilitator, ann.board, anns, late.board])
      expect(holds(client.received, 'Queue at')).toBe(false)
  })

  test('takes only what the activity allows, at its own address alone', async () => {
    await atActivity(facilitator, ['ideas'], ['cluster'])
    const ann = await room.guest('Ann')
    const anns = await room.privateNotes(ann.person, ann.board)
    write(anns, 'fine')
    await saved(anns)
    // Until then a change may still be one that was on its way before the round.
    await new Promise(resolve => setTimeout(resolve, 2_100))
    write(ann.board, 'on the wall')
    await until(() => ann.board.refused.length > 0, 'not on the wall')
    expect(ann.board.refused[0]?.message).toContain('private notes')

    const mine = await room.privateNotes(ann.person, facilitator)
    write(mine, 'a step', 'step')
    await until(() => mine.refused.length > 0, 'not of another kind')

    const gone = await room.join(ann.person, `${room.boardId}.draft.item1.0`)
    expect(gone.closed?.code).toBe(closeCodes.roundOver.code)
    const other = await room.join(ann.person, `${room.boardId}.draft.item0.0.${fay.id}`)
    expect(other.closed?.code).toBe(closeCodes.notFound.code)
  })

  test('survives a reconnect and a change of activity, and is revealed later', async () => {
    await atActivity(facilitator, ['ideas'], ['cluster'])
    const ann = await room.guest('Ann')
    let anns = await room.privateNotes(ann.person, ann.board)
    write(anns, 'kept')
    await saved(anns)
    await anns.close()
    anns = await room.privateNotes(ann.person, ann.board)
    expect(noteOn(anns, 'kept')).toBeDefined()
    await done(facilitator, 'agenda.go', { item: 'item1' })
    expect(stageOn(facilitator).drafts).toEqual({})
    expect(await done(facilitator, 'drafts.waiting')).toMatchObject([{ round: 'item0.0', now: false, notes: 1 }])
    await done(facilitator, 'drafts.reveal', { round: 'item0.0' })
    await until(() => noteOn(facilitator, 'kept'), 'revealed')
    expect(await done(facilitator, 'drafts.waiting')).toEqual([])
  })
})

describe('the reveal', () => {
  test('brings everybody’s at once, of those who left too, side by side and as their own', async () => {
    await atActivity(facilitator, ['ideas'])
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    const anns = await room.privateNotes(ann.person, ann.board)
    const bobs = await room.privateNotes(bob.person, bob.board)
    for (const text of ['one', 'two', 'three']) write(anns, text)
    for (const text of ['four', 'five', '']) write(bobs, text)
    await saved(anns)
    await saved(bobs)
    await bobs.close()
    await bob.board.close()
    expect(await ann.board.request('drafts.reveal', { round: round() })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await done(facilitator, 'drafts.reveal', { round: round() })).toEqual({ notes: 5 })
    await until(() => notesOn(ann.board).length === 5, 'on everybody’s wall')
    const notes = notesOn(ann.board)
    expect(noteOn(ann.board, 'four')?.made.by).toBe(bob.person.id)
    expect(noteOn(ann.board, 'one')?.made.by).toBe(ann.person.id)
    for (const a of notes)
      for (const b of notes)
        if (a !== b) expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
    await until(() => anns.closed, 'the draft is closed')
    expect(anns.closed?.code).toBe(closeCodes.roundOver.code)
    expect(await server.store.log.docs(`${room.boardId}.draft.`)).toEqual([])
    expect(await facilitator.request('drafts.reveal', { round: 'item0.0' })).toMatchObject({ ok: false })
  })

  test('with nothing to reveal is refused, and everybody writes on', async () => {
    await atActivity(facilitator, ['ideas'])
    const ann = await room.guest('Ann')
    const anns = await room.privateNotes(ann.person, ann.board)
    const id = write(anns, '')
    await saved(anns)
    expect(await facilitator.request('drafts.reveal', { round: round() })).toMatchObject({ ok: false })
    type(anns, id, 'now')
    await saved(anns)
    await done(facilitator, 'drafts.reveal', { round: round() })
    await until(() => noteOn(facilitator, 'now'), 'revealed')
  })

  test('begins another round: what comes later is revealed later', async () => {
    await atActivity(facilitator, ['ideas'])
    const ann = await room.guest('Ann')
    const first = await room.privateNotes(ann.person, ann.board)
    write(first, 'first')
    await saved(first)
    await done(facilitator, 'drafts.reveal', { round: round() })
    await until(() => stageOn(ann.board).rounds.item0 === 1, 'told')
    const second = await room.privateNotes(ann.person, ann.board)
    expect(notesOn(second)).toEqual([])
    write(second, 'second')
    await saved(second)
    await done(facilitator, 'drafts.reveal', { round: round(), inbox: true })
    await until(() => noteOn(facilitator, 'second'), 'revealed')
    expect(notesOn(facilitator).map(({ text, place }) => `${text} ${place}`)).toEqual(['first wall', 'second inbox'])
  })

  test('by one’s own choice only where the activity allows it', async () => {
    await atActivity(facilitator, ['ideas'])
    const ann = await room.guest('Ann')
    const anns = await room.privateNotes(ann.person, ann.board)
    const shown = write(anns, 'shown')
    write(anns, 'kept')
    await saved(anns)
    expect(await ann.board.request('drafts.share', {})).toMatchObject({ ok: false, code: 'forbidden' })
    const [item] = await atActivity(facilitator, ['ideas', { share: true }])
    expect(item?.rights.share).toBe(true)
    await until(() => stageOn(ann.board).agenda[0]?.rights.share, 'told')
    await done(ann.board, 'drafts.share', { notes: [shown] })
    await until(() => noteOn(facilitator, 'shown'), 'on the wall')
    expect(noteOn(facilitator, 'shown')?.made.by).toBe(ann.person.id)
    await until(() => notesOn(anns).length === 1, 'and in the draft no more')
    await done(facilitator, 'drafts.reveal', { round: round() })
    await until(() => noteOn(facilitator, 'kept'), 'revealed')
    expect(notesOn(facilitator)).toHaveLength(2)
  })
})

describe('after an anonymous round', () => {
  test('no author is in the document, the log, the leases, or in a byte of the files', async () => {
    await atActivity(facilitator, ['anonymous-round'])
    const people = [await room.guest('Ann'), await room.guest('Bob')]
    const drafts: OwnClient[] = []
    for (const { person, board } of people) {
      const draft = await room.privateNotes(person, board)
      drafts.push(draft)
      for (let i = 0; i < 40; i += 1)
        write(draft, `${person.name} says ${i} ${'long and winding '.repeat(i * 4)}`, 'pain')
      await saved(draft)
    }
    const [anns] = drafts
    if (!anns) throw new Error('nobody wrote')
    write(anns, 'once more', 'pain', 'id-of-a-draft')
    await saved(anns)
    await until(() => stageOn(facilitator).drafts[''] === 81, 'counted together')
    expect(Object.keys(stageOn(facilitator).drafts)).toEqual([''])
    expect(holds(await room.onDisk(), `${room.boardId}.draft.`)).toBe(true)
    const clients = drafts.map(draft => draft.doc.clientID)

    await done(facilitator, 'drafts.reveal', { round: 'item0.0a' })
    await until(() => notesOn(facilitator).length === 81, 'revealed')
    for (const note of notesOn(facilitator)) {
      expect(note.made.by).toBeNull()
      expect(clients).not.toContain(note.made.client)
      expect(facilitator.welcome?.clients.some(([client]) => client === note.made.client)).toBe(false)
    }
    const log = await server.store.log.read(room.boardId, 0, 1_000)
    for (const entry of log) if (holds([Buffer.from(entry.update)], ' says ')) expect(entry.actor).toBeNull()
    const leases = await server.store.log.leases(room.boardId)
    expect(leases.filter(lease => clients.includes(lease.client))).toEqual([])
    expect(await server.store.log.docs(`${room.boardId}.draft.`)).toEqual([])
    await until(async () => !holds(await room.onDisk(), `${room.boardId}.draft.`), 'nothing of it is in the files')
    expect(holds(await room.onDisk(), 'id-of-a-draft')).toBe(false)
    const order = notesOn(facilitator).map(note => note.text.slice(0, 3))
    expect(order).not.toEqual([...order].sort())
  })

  test('a promise of anonymity that was given is kept when the activity is changed', async () => {
    const [item] = await atActivity(facilitator, ['anonymous-round'])
    const ann = await room.guest('Ann')
    const anns = await room.privateNotes(ann.person, ann.board)
    write(anns, 'under the promise', 'pain')
    await saved(anns)
    await done(facilitator, 'agenda.set', { items: [{ ...item, rights: { ...item?.rights, anonymous: false } }] })
    await until(() => stageOn(ann.board).agenda[0]?.rights.anonymous === false, 'told')
    const open = await room.privateNotes(ann.person, ann.board)
    expect(notesOn(open)).toEqual([])
    write(open, 'under my name', 'pain')
    await saved(open)
    await done(facilitator, 'drafts.reveal', { round: 'item0.0' })
    await done(facilitator, 'drafts.reveal', { round: 'item0.0a' })
    await until(() => notesOn(facilitator).length === 2, 'both revealed')
    expect(noteOn(facilitator, 'under the promise')?.made.by).toBeNull()
    expect(noteOn(facilitator, 'under my name')?.made.by).toBe(ann.person.id)
  })

  test('what a server that died left behind is erased when the board is next opened', async () => {
    await atActivity(facilitator, ['anonymous-round'])
    const left = { docId: `${room.boardId}.draft.item0.0a.${fay.id}`, seq: 1, at: 0, actor: fay.id }
    const ann = await room.guest('Ann')
    const anns = await room.privateNotes(ann.person, ann.board)
    write(anns, 'a', 'pain')
    await saved(anns)
    await done(facilitator, 'drafts.reveal', { round: 'item0.0a' })
    await server.store.log.append([{ ...left, update: Uint8Array.of(0, 0) }], [])
    const again = await startServer({ dataDir: server.dataDir, store: async () => server.store })
    await again.hub.read(room.boardId, () => null)
    await until(async () => (await server.store.log.docs(left.docId)).length === 0, 'erased')
    await again.hub.close()
  })
})
