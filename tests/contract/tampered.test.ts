import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { entry } from './records.ts'
import { implementations, type Place } from './stores.ts'

/** What others do to the data: a second process, a newer version, a hand or a disk that changes entries. */
describe.each(implementations)('the data on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  beforeEach(async () => {
    place = await implementation.place()
  })
  afterEach(() => place.remove())

  async function write(count: number): Promise<void> {
    const store = await place.open()
    for (let seq = 1; seq <= count; seq++) await store.log.append([entry('d', seq)], [])
    await store.close()
  }

  test('a second opening is refused in words, and does not disturb the first', async () => {
    const store = await place.open()
    await expect(place.open()).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'busy',
      message: expect.stringContaining('in use by another Brownpaper that is running: stop that one'),
    })
    await store.log.append([entry('d', 1)], [])
    await store.close()
    const again = await place.open()
    expect(await again.log.head('d')).toBe(1)
    await again.close()
  })

  test('data of a newer version is refused in words', async () => {
    await write(1)
    await place.tamper("insert into kysely_migration (name, timestamp) values ('9999-future', '2099-01-01')")
    await expect(place.open()).rejects.toThrow(/newer version of Brownpaper/)
  })

  test.each([
    [
      'changed bytes',
      'update log set bytes = (select bytes from log as o where o.seq = 4) where seq = 5',
      /Entry 5 in the log of d is damaged/,
    ],
    ['another person as its author', "update log set actor = 'mallory' where seq = 5", /Entry 5 .* is damaged/],
    ['a missing entry', 'delete from log where seq = 5', /Entry 5 .* is missing/],
    ['a missing end', 'delete from log where seq > 7', /Entry 8 .* is missing/],
  ])('an entry with %s is found when it is read', async (_, sql, words) => {
    await write(9)
    await place.tamper(sql)
    const store = await place.open()
    expect(await store.log.read('d', 0, 4)).toHaveLength(4)
    const failing = store.log.read('d', 0, 100)
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', kind: 'damaged' })
    await expect(failing).rejects.toThrow(words)
    await expect(store.ping()).rejects.toThrow(words)
    await store.close()
  })
})
