import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runScript } from '#tests/drivers/script.ts'
import { furnish } from './records.ts'
import { implementations } from './stores.ts'

describe.each(implementations)('npm run people on $name, while no server runs', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)

  test('says who is there and what it did', async () => {
    const place = await implementation.place()
    const store = await place.open()
    await furnish(store)
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'manager' })
    await store.close()
    const dir = await mkdtemp(join(tmpdir(), 'brownpaper-operator-'))
    const where = place.data.startsWith('postgres') ? { DATABASE_URL: place.data } : { DATA_DIR: place.data }
    const run = (...args: string[]) => runScript('people', args, { DATA_DIR: dir, ...where })
    expect((await run('list')).says).toContain(
      'ben@example.org  Name of ben  (no password)\n    manager of Coffee house',
    )
    expect((await run('promote', 'ben@example.org')).says).toContain('owns Coffee house now')
    expect((await run('reset', 'BEN@example.org')).says).toMatch(/\/reset#[\w-]{32}$/)
    expect(await run('disable', 'nobody@example.org')).toEqual({
      code: 1,
      says: 'Nobody has an account with the address nobody@example.org.',
    })
    const after = await place.open()
    expect((await after.workspaces.member('w', 'ben'))?.role).toBe('owner')
    expect((await after.workspaces.member('w', 'ann'))?.role).toBe('facilitator')
    await after.close()
    await rm(dir, { recursive: true, force: true })
    await place.remove()
  })
})
