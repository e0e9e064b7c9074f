import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'
import { entry } from './records.ts'

describe('the embedded store', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'brownpaper-sqlite-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  /** Something done to the file behind the store's back. */
  function tamper(sql: string, ...values: (string | number)[]): void {
    const db = new DatabaseSync(join(dir, DATABASE))
    db.prepare(sql).run(...values)
    db.close()
  }
  async function write(count: number): Promise<void> {
    const store = await openStore(dir)
    for (let seq = 1; seq <= count; seq++) await store.log.append([entry('d', seq)], [])
    await store.close()
  }

  test('a second opening of the same data is refused in words, and does not disturb the first', async () => {
    const store = await openStore(dir)
    await expect(openStore(dir)).rejects.toThrow(/in use by another Brownpaper that is running/)
    await store.log.append([entry('d', 1)], [])
    await store.close()
    const again = await openStore(dir)
    expect(await again.log.head('d')).toBe(1)
    await again.close()
  })

  test('data of a newer version is refused in words', async () => {
    await write(1)
    tamper("insert into kysely_migration (name, timestamp) values ('9999-future', '2099-01-01')")
    await expect(openStore(dir)).rejects.toThrow(/newer version of Brownpaper/)
  })

  test('a directory that cannot be used is an error, not a hang', async () => {
    await writeFile(join(dir, 'file'), '')
    await expect(openStore(join(dir, 'file', 'data'))).rejects.toThrow(/ENOTDIR/)
  })

  test.each([
    ['changed bytes', "update log set bytes = x'00' where seq = 5", /Entry 5 in the log of d is damaged/],
    ['another person as its author', "update log set actor = 'mallory' where seq = 5", /Entry 5 .* is damaged/],
    ['a missing entry', 'delete from log where seq = 5', /Entry 5 .* is missing/],
    ['a missing end', 'delete from log where seq > 7', /Entry 8 .* is missing/],
  ])('an entry with %s is found when it is read', async (_, sql, words) => {
    await write(9)
    tamper(sql)
    const store = await openStore(dir)
    expect(await store.log.read('d', 0, 4)).toHaveLength(4)
    const failing = store.log.read('d', 0, 100)
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', kind: 'broken' })
    await expect(failing).rejects.toThrow(words)
    await store.close()
  })

  test('what is erased is not in the files any more', async () => {
    const secret = 'a private thought of one person'
    const holds = async () => {
      const files = await Promise.all((await readdir(dir)).map(name => readFile(join(dir, name))))
      return files.some(bytes => bytes.includes(secret))
    }
    const store = await openStore(dir)
    await store.log.append([{ ...entry('draft', 1), update: new TextEncoder().encode(secret) }], [])
    expect(await holds()).toBe(true)
    await store.log.erase('draft')
    expect(await holds()).toBe(false)
    await store.close()
  })

  test('appends go on while the catalogue answers a long question', async () => {
    const store = await openStore(dir)
    for (let i = 0; i < 5; i++) await store.log.append([entry('d', i + 1)], [])
    const order: string[] = []
    const counting = sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000000)
      select count(*) from n)`
    const long = store.db
      .selectNoFrom(counting.as('count'))
      .execute()
      .then(() => order.push('question'))
    for (let i = 5; i < 25; i++) await store.log.append([entry('d', i + 1)], [])
    order.push('appends')
    await long
    expect(order).toEqual(['appends', 'question'])
    await store.close()
  })
})
