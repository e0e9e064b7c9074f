import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rootOf } from '#lib/board/schema.ts'
import { messageType } from '#lib/protocol/messages.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { atActivity, done, holds, notesOn, saved, stageOn, TestRoom, write } from '#tests/drivers/room.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
let room: TestRoom
let facilitator: OwnClient
let targets: string[]

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  const fay = await server.person('Fay')
  room = new TestRoom(server, await server.board(fay))
  facilitator = await room.join(fay)
  targets = ['a', 'b', 'c'].map(name => write(facilitator, name, 'pain'))
  await saved(facilitator)
})
afterEach(() => room.close())

const rules = (more = {}) => ({ title: 'What hurts most?', dots: 3, targets, ...more })
/** Dots on the targets, in their order. */
const dots = (...counts: number[]) => ({ dots: Object.fromEntries(counts.map((count, i) => [targets[i], count])) })
const results = (client: OwnClient) => targets.map(id => stageOn(client).vote?.results?.[id])

describe('an open vote', () => {
  test('tells nobody who placed a dot where: only how many people are done', async () => {
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    await done(facilitator, 'vote.open', rules())
    const before = [facilitator, ann.board].map(client => client.received.length)
    await done(bob.board, 'vote.cast', dots(2, 0, 1))
    await until(() => stageOn(ann.board).voted === 1, 'progress is told')
    await done(ann.board, 'vote.cast', dots(0, 1))
    for (const [index, client] of [facilitator, ann.board].entries()) {
      // Who is here is told to everybody, whatever they do.
      const since = client.received.slice(before[index]).filter(([type]) => type !== messageType.roster)
      expect(holds(since, bob.person.id)).toBe(false)
      for (const id of targets) expect(holds(since, `"${id}":`)).toBe(false)
      expect(stageOn(client).vote?.results).toBeNull()
    }
    expect(await done(bob.board, 'vote.mine')).toMatchObject({ dots: { [targets[0] ?? '']: 2, [targets[2] ?? '']: 1 } })
    expect(await done(facilitator, 'vote.mine')).toMatchObject({ dots: {} })
    expect(await facilitator.request('vote.results', {})).toMatchObject({ ok: true, value: null })
  })

  test('is the same in every window of one person, and in nobody else’s', async () => {
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    const second = await room.join(bob.person)
    await done(facilitator, 'vote.open', rules())
    await done(bob.board, 'vote.cast', dots(2, 0, 1))
    const ballots = (client: OwnClient) => client.notices.filter(notice => notice.kind === 'ballot')
    await until(() => ballots(second).length > 0, 'the other window is told')
    expect(await done(second, 'vote.mine')).toMatchObject({ dots: { [targets[0] ?? '']: 2, [targets[2] ?? '']: 1 } })
    await until(() => stageOn(ann.board).voted === 1, 'progress is told')
    for (const client of [facilitator, ann.board]) expect(ballots(client)).toEqual([])
  })

  test('gives dots on a note that is taken off back, and that note cannot win', async () => {
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    const [first = '', second = ''] = targets
    await done(facilitator, 'vote.open', rules())
    await done(ann.board, 'vote.cast', dots(3))
    await done(bob.board, 'vote.cast', dots(2, 1))
    const takenOff = (deleted: boolean) => {
      facilitator.doc.transact(() => rootOf(facilitator.doc, 'notes').get(first)?.set('deleted', deleted))
      return saved(facilitator)
    }
    await takenOff(true)
    expect(await done(ann.board, 'vote.mine')).toMatchObject({ dots: {} })
    expect(await done(bob.board, 'vote.mine')).toMatchObject({ dots: { [second]: 1 } })
    // Back again with the note, as long as they are placed nowhere else.
    await takenOff(false)
    expect(await done(ann.board, 'vote.mine')).toMatchObject({ dots: { [first]: 3 } })
    await takenOff(true)
    expect(await done(ann.board, 'vote.cast', dots(3, 0, 2))).toMatchObject({ left: 1 })
    await done(facilitator, 'vote.close', {})
    await done(facilitator, 'vote.show', {}).catch(() => null)
    const outcome = stageOn(facilitator).vote?.results ?? (await facilitator.request('vote.results', {}))
    expect(JSON.stringify(outcome)).not.toContain(first)
  })

  test('keeps to its rules, whoever asks', async () => {
    const ann = await room.guest('Ann')
    const otto = await room.guest('Otto', 'observer')
    const own = write(ann.board, 'mine', 'pain')
    await saved(ann.board)
    await done(facilitator, 'vote.open', rules({ perNote: 2, self: false, targets: [...targets, own] }))
    for (const [cast, says] of [
      [dots(3), 'At most 2'],
      [dots(2, 2), 'You have 3'],
      [{ dots: { elsewhere: 1 } }, 'not part'],
      [{ dots: { [own]: 1 } }, 'your own'],
    ] as const)
      expect(await ann.board.request('vote.cast', cast)).toMatchObject({
        ok: false,
        message: expect.stringContaining(says),
      })
    expect(await otto.board.request('vote.cast', dots(1))).toMatchObject({ ok: false, code: 'forbidden' })
    await done(facilitator, 'vote.cast', { dots: { [own]: 1 } })
    await done(facilitator, 'vote.close')
    expect(stageOn(ann.board).vote?.results?.[own]).toBe(1)
    expect(await ann.board.request('vote.cast', dots(1))).toMatchObject({ ok: false })
  })
})

describe('a closed vote', () => {
  test('leaves tallies and no ballot, on the notes and in the list too', async () => {
    const ann = await room.guest('Ann')
    const bob = await room.guest('Bob')
    await done(facilitator, 'vote.open', rules())
    await done(ann.board, 'vote.cast', dots(1, 1))
    await done(ann.board, 'vote.cast', dots(2, 1))
    await done(bob.board, 'vote.cast', dots(1, 2))
    const id = stageOn(ann.board).vote?.id ?? ''
    await done(facilitator, 'vote.close')
    await until(() => stageOn(ann.board).vote?.results, 'results')
    expect(results(ann.board)).toEqual([3, 3, 0])
    expect(stageOn(ann.board).vote?.voters).toBeNull()
    expect(notesOn(ann.board).map(note => note.votes[id])).toEqual([3, 3, 0])
    expect(stageOn(ann.board).votes.map(vote => vote.title)).toEqual(['What hurts most?'])
    expect(await server.store.ballots.all(id)).toEqual([])
    await until(async () => !holds(await room.onDisk(), `"${targets[1]}":2}`), 'ballots are not in the files any more')

    await done(facilitator, 'vote.open', rules({ again: true, targets: targets.slice(0, 2), dots: 1 }))
    await until(() => stageOn(ann.board).vote?.round === 2, 'a second round')
    await done(ann.board, 'vote.cast', dots(0, 1))
    await done(facilitator, 'vote.close')
    await until(() => stageOn(ann.board).vote?.results, 'results of the second round')
    expect(results(ann.board)).toEqual([0, 1, undefined])
    await done(facilitator, 'vote.dismiss')
    await until(() => stageOn(ann.board).vote === null, 'off the screen')
    expect(stageOn(ann.board).votes.map(vote => vote.round)).toEqual([1, 2])
  })

  test('shows contributors nothing as long as the activity does not', async () => {
    await atActivity(facilitator, ['vote'])
    const ann = await room.guest('Ann')
    await done(facilitator, 'vote.open', rules())
    await done(ann.board, 'vote.cast', dots(2, 1))
    await done(facilitator, 'vote.close')
    await until(() => stageOn(ann.board).vote?.status === 'closed', 'closed')
    expect(await done(facilitator, 'vote.results')).toMatchObject({ results: { [targets[0] ?? '']: 2 } })
    expect(await ann.board.request('vote.results', {})).toMatchObject({ ok: false, code: 'forbidden' })
    const late = await room.guest('Late')
    for (const client of [ann.board, late.board]) {
      expect(stageOn(client).vote?.results).toBeNull()
      expect(notesOn(client).every(note => Object.keys(note.votes).length === 0)).toBe(true)
      expect(holds(client.received, `"${targets[0]}":`)).toBe(false)
    }
    await done(facilitator, 'vote.show')
    await until(() => stageOn(ann.board).vote?.results, 'shown')
    expect(results(ann.board)).toEqual([2, 1, 0])
    expect(await done(facilitator, 'vote.results')).toBeNull()
  })

  test('that was announced as open says who placed which dots', async () => {
    const ann = await room.guest('Ann')
    await done(facilitator, 'vote.open', rules({ open: true }))
    await until(() => stageOn(ann.board).vote?.open, 'announced')
    await done(ann.board, 'vote.cast', dots(1, 2))
    expect(stageOn(facilitator).vote?.voters).toBeNull()
    await done(facilitator, 'vote.close')
    await until(() => stageOn(ann.board).vote?.voters, 'names')
    expect(stageOn(ann.board).vote?.voters?.[targets[1] ?? '']).toEqual([[ann.person.id, 2]])
  })
})

test('a hundred people who vote within a second are all counted, and a close in the middle loses nobody who was answered', async () => {
  const people = await Promise.all(Array.from({ length: 100 }, (_, i) => room.guest(`Person ${i}`)))
  await done(facilitator, 'vote.open', rules())
  const started = performance.now()
  const answers = await Promise.all(
    people.flatMap(({ board }, i) => [
      board.request('vote.cast', dots(1)),
      board.request('vote.cast', dots(i % 2 === 0 ? 3 : 0, i % 2 === 0 ? 0 : 3)),
    ]),
  )
  const took = performance.now() - started
  expect(answers.every(answer => answer.ok)).toBe(true)
  expect(took).toBeLessThan(3_000)
  await until(() => stageOn(facilitator).voted === 100, 'everybody is done')
  const last = people.map(({ board }) => board.request('vote.cast', dots(0, 0, 3)))
  const closed = done(facilitator, 'vote.close')
  const changed = (await Promise.all(last)).filter(answer => answer.ok).length
  await closed
  await until(() => results(facilitator)[0] !== undefined, 'counted')
  const [first = 0, second = 0, third = 0] = results(facilitator) as number[]
  expect(first + second + third).toBe(300)
  expect(third).toBe(changed * 3)
  const frames = people[0]?.board.received.filter(bytes => holds([bytes], 'voted')).length ?? 0
  expect(frames).toBeLessThan(30)
})
