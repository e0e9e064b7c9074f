import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#server/store/sqlite/index.ts'
import { entry } from './records.ts'

describe('the embedded store', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'brownpaper-sqlite-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('a directory that cannot be used is an error, not a hang', async () => {
    await writeFile(join(dir, 'file'), '')
    await expect(openStore(join(dir, 'file', 'data'))).rejects.toThrow(/ENOTDIR/)
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
