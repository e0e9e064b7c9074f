import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPostgres } from '#server/store/postgres/index.ts'
import type { Store } from '#server/store/store.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'
import { until } from '#tests/drivers/until.ts'
import { entry, person } from './records.ts'

let cluster: ThrowAwayPostgres
beforeAll(async () => {
  cluster = await ThrowAwayPostgres.start()
})
afterAll(() => cluster.remove())

describe('PostgreSQL away and back', () => {
  let address: string
  let store: Store
  beforeEach(async () => {
    address = await cluster.database()
    store = await openPostgres(address)
  })
  afterEach(async () => {
    await cluster.start()
    await store.close()
  })

  test.each(['in order', 'at once'] as const)(
    'an append waits while it is away (stopped %s), and is there once when it is back',
    async how => {
      const docs = ['a', 'b', 'c', 'd']
      const acknowledged = new Map<string, number>()
      const last = 300
      const writing = docs.map(async docId => {
        for (let seq = 1; seq <= last; seq++) {
          await store.log.append([entry(docId, seq)], [])
          acknowledged.set(docId, seq)
        }
      })
      const far = () => Math.min(...docs.map(docId => acknowledged.get(docId) ?? 0))
      await until(() => far() > 30, 'some are written')
      await cluster.stop(how)
      const then = far()
      await expect(store.log.head('a')).rejects.toMatchObject({ name: 'StoreError', kind: 'busy' })
      await expect(store.people.create(person('ann'))).rejects.toMatchObject({ kind: 'busy' })
      await expect(store.ping()).rejects.toMatchObject({ kind: 'busy' })
      expect(then).toBeLessThan(last)
      await cluster.start()
      await Promise.all(writing)
      for (const docId of docs)
        expect(await store.log.read(docId, 0, last + 1)).toEqual(
          Array.from({ length: last }, (_, i) => entry(docId, i + 1)),
        )
    },
  )

  test('what had arrived when the connection broke is not written twice', async () => {
    await store.log.append([entry('d', 1)], [])
    // With nobody to wait for, a commit is on the disk and its answer never comes.
    await cluster.set('synchronous_standby_names', 'nobody')
    const appending = store.log.append([entry('d', 2)], [])
    const waiting = "from pg_stat_activity where wait_event = 'SyncRep'"
    await until(async () => (await cluster.tamper(address, `select 1 ${waiting}`)).rowCount, 'the commit waits')
    await cluster.tamper(address, `select pg_terminate_backend(pid) ${waiting}`)
    await cluster.set('synchronous_standby_names', null)
    await appending
    await store.log.append([entry('d', 3)], [])
    expect(await store.log.read('d', 0, 9)).toEqual([entry('d', 1), entry('d', 2), entry('d', 3)])
  })

  test('who closes while it is away is not kept waiting, and what was not written is refused', async () => {
    await store.log.append([entry('d', 1)], [])
    await cluster.stop()
    const appending = store.log.append([entry('d', 2)], [])
    const refused = expect(appending).rejects.toMatchObject({ kind: 'broken', message: 'The storage is closed.' })
    await store.close()
    await refused
    await cluster.start()
    store = await openPostgres(address)
    expect(await store.log.head('d')).toBe(1)
  })
})
