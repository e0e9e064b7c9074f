import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { entry, person } from './records.ts'
import { implementations, type Place } from './stores.ts'

describe.each(implementations)('the log on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  let store: Store
  beforeEach(async () => {
    place = await implementation.place()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })
  const stretch = (docId: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => entry(docId, from + i))

  test('a document without updates has head 0, no entries and no keyframe', async () => {
    expect(await store.log.head('d')).toBe(0)
    expect(await store.log.read('d', 0, 10)).toEqual([])
    expect(await store.log.keyframe('d')).toBeNull()
    expect(await store.log.leases('d')).toEqual([])
  })

  test('entries come back in order, after a seq, at most as many as asked', async () => {
    await store.log.append(stretch('d', 1, 25), [])
    await store.log.append(stretch('other', 1, 3), [])
    expect(await store.log.head('d')).toBe(25)
    expect(await store.log.read('d', 0, 100)).toEqual(stretch('d', 1, 25))
    expect(await store.log.read('d', 10, 5)).toEqual(stretch('d', 11, 15))
    expect(await store.log.read('d', 25, 5)).toEqual([])
  })

  test('bytes come back as they were, also from the middle of a larger buffer', async () => {
    const large = Uint8Array.from({ length: 4096 }, (_, i) => i % 251)
    await store.log.append([{ ...entry('d', 1), update: large.subarray(1000, 1300) }], [])
    await store.log.append([{ ...entry('d', 2), update: new Uint8Array(0) }], [])
    const [first, second] = await store.log.read('d', 0, 2)
    expect(first?.update).toEqual(large.slice(1000, 1300))
    expect(second?.update).toEqual(new Uint8Array(0))
  })

  test('an update of 5 MB is kept whole', async () => {
    await store.log.append([entry('d', 1, 5_000_000)], [])
    expect((await store.log.read('d', 0, 1))[0]).toEqual(entry('d', 1, 5_000_000))
  })

  test.each([
    ['a gap', 7],
    ['a seq that is there already', 5],
    ['a log begun again', 1],
    ['a seq of 0', 0],
  ])('%s is refused, leaves nothing, and the next seq is still free', async (_, seq) => {
    await store.log.append(stretch('d', 1, 5), [])
    const lease = { docId: 'd', client: 7, personId: 'ann' }
    await expect(store.log.append([entry('e', 1), entry('d', seq)], [lease])).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await store.log.head('e')).toBe(0)
    expect(await store.log.leases('d')).toEqual([])
    await store.log.append([entry('d', 6)], [])
    expect(await store.log.head('d')).toBe(6)
  })

  test('a log does not begin in the middle', async () => {
    await expect(store.log.append([entry('d', 2)], [])).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('an append that is refused costs the others of the same moment nothing', async () => {
    const results = await Promise.allSettled([
      store.log.append([entry('a', 1)], []),
      store.log.append([entry('b', 5)], []),
      store.people.create(person('ann')),
      store.people.create(person('ann')),
      store.log.append([entry('a', 2)], []),
    ])
    const [first, gap, one, other, second] = results.map(r => r.status)
    expect([first, gap, second]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    // Which of two that come at once is the first, the store decides.
    expect([one, other].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await store.log.head('a')).toBe(2)
  })

  test('appends to many documents at once all arrive, each document in its order', async () => {
    const docs = Array.from({ length: 20 }, (_, i) => `doc${i}`)
    await Promise.all(docs.flatMap(id => stretch(id, 1, 50).map(e => store.log.append([e], []))))
    for (const id of docs) expect(await store.log.read(id, 0, 100)).toEqual(stretch(id, 1, 50))
  })

  test('what an append resolved is read at once', async () => {
    for (let seq = 1; seq <= 50; seq++) {
      await store.log.append([entry('d', seq)], [])
      expect(await store.log.head('d')).toBe(seq)
    }
  })

  test('leases are written with the append, and the last holder counts', async () => {
    const lease = (client: number, personId: string) => ({ docId: 'd', client, personId })
    await store.log.append([entry('d', 1)], [lease(4_294_967_295, 'ann'), lease(2, 'ben')])
    await store.log.append([], [lease(2, 'cleo'), { ...lease(9, 'ann'), docId: 'other' }])
    const found = await store.log.leases('d')
    expect(found.sort((a, b) => a.client - b.client)).toEqual([lease(2, 'cleo'), lease(4_294_967_295, 'ann')])
  })

  test('a keyframe is replaced by a newer one, and never by an older one', async () => {
    const keyframe = (seq: number) => ({ docId: 'd', seq, state: new Uint8Array(3000).fill(seq), sha256: `sum ${seq}` })
    await store.log.putKeyframe(keyframe(5))
    await store.log.putKeyframe(keyframe(9))
    await store.log.putKeyframe(keyframe(7))
    expect(await store.log.keyframe('d')).toEqual(keyframe(9))
  })

  test('the drafts of a board are found by the beginning of their id', async () => {
    for (const id of ['b', 'b.draft.ann', 'b.draft.ben', 'b2.draft.ann', 'c'])
      await store.log.append([entry(id, 1)], [])
    expect(await store.log.docs('b.draft.')).toEqual(['b.draft.ann', 'b.draft.ben'])
    expect(await store.log.docs('x')).toEqual([])
  })

  test('an erased document is gone with its log, keyframe and leases, and can begin again', async () => {
    await store.log.append(stretch('d', 1, 3), [{ docId: 'd', client: 1, personId: 'ann' }])
    await store.log.append(stretch('e', 1, 3), [])
    await store.log.putKeyframe({ docId: 'd', seq: 3, state: new Uint8Array(9), sha256: 'x' })
    await store.log.erase('d')
    expect(await store.log.head('d')).toBe(0)
    expect(await store.log.read('d', 0, 9)).toEqual([])
    expect(await store.log.keyframe('d')).toBeNull()
    expect(await store.log.leases('d')).toEqual([])
    expect(await store.log.read('e', 0, 9)).toEqual(stretch('e', 1, 3))
    await store.log.append([entry('d', 1)], [])
  })
})
