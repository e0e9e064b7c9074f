import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-main-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** Starts the program; answers how it ended and what it said. */
async function run(settings: Record<string, string>): Promise<{ code: number; says: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...settings },
  })
  let says = ''
  child.stderr.on('data', data => {
    says += data
  })
  const [code] = await once(child, 'exit')
  return { code, says: says.trim() }
}

test('a port that is taken is a sentence and the end', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, says } = await run({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(says).toBe(`Port ${port} is in use. Stop what runs there, or set PORT to another number.`)
})

test('data that another Brownpaper has open is a sentence and the end', async () => {
  const store = await openStore(dataDir)
  const { code, says } = await run({})
  await store.close()
  expect(code).toBe(1)
  expect(says).toMatch(/is in use by another Brownpaper/)
  expect(says.split('\n')).toHaveLength(1)
})

test('a data directory that cannot be used, and data that is none of ours, are sentences and the end', async () => {
  const file = join(dataDir, 'a-file')
  await writeFile(file, 'x'.repeat(5000))
  for (const settings of [{}, { AUTH_SECRET: 'a-secret-of-somebody-long-enough-to-be-taken' }]) {
    const { code, says } = await run({ ...settings, DATA_DIR: file })
    expect([code, says.split('\n').length]).toEqual([1, 1])
    expect(says).toContain(`DATA_DIR is not usable: ${file}`)
  }
  await writeFile(join(dataDir, DATABASE), 'x'.repeat(5000))
  const { code, says } = await run({})
  expect([code, says]).toEqual([1, `${join(dataDir, DATABASE)} cannot be opened: file is not a database.`])
})

test('a wrong setting and a secret from a sample are sentences and the end', async () => {
  const wrong = await run({ PORT: 'three' })
  expect(wrong).toEqual({ code: 1, says: 'PORT is not usable: it should be a whole number from 0 to 65535.' })
  const sample = await run({ AUTH_SECRET: 'change-me-change-me-change-me-change-me' })
  expect(sample.code).toBe(1)
  expect(sample.says).toMatch(/^AUTH_SECRET is a sample value/)
})
