import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { entry, person } from './records.ts'
import { implementations, type Place } from './stores.ts'

/** Appends in another process until `lines` were acknowledged, kills it with -9; the last acknowledged seq by document. */
async function appendAndKill(dataDir: string, lines: number): Promise<Map<string, number>> {
  const script = new URL('./appender.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Map<string, number>()
  let count = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [docId = '', seq] = line.split(' ')
    acknowledged.set(docId, Number(seq))
    if (++count === lines) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return acknowledged
}

describe.each(implementations)('what is durable on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  let store: Store | undefined
  beforeEach(async () => {
    place = await implementation.place()
  })
  afterEach(async () => {
    await store?.close()
    store = undefined
    await place.remove()
  })

  test('everything acknowledged is there after kill -9, again and again, and the log goes on', async () => {
    for (const lines of [40, 150, 90]) {
      const acknowledged = await appendAndKill(place.data, lines)
      store = await place.open()
      for (const [docId, seq] of acknowledged) {
        const head = await store.log.head(docId)
        expect(head).toBeGreaterThanOrEqual(seq)
        const entries = await store.log.read(docId, 0, head)
        expect(entries).toEqual(Array.from({ length: head }, (_, i) => entry(docId, i + 1, 300)))
      }
      await store.close()
      store = undefined
    }
  })

  test('appends that were not awaited are written before a close', async () => {
    store = await place.open()
    const all = Array.from({ length: 100 }, (_, i) => store?.log.append([entry('d', i + 1)], []))
    await store.close()
    await Promise.all(all)
    store = await place.open()
    expect(await store.log.head('d')).toBe(100)
  })

  test('a full disk is "full", loses nothing acknowledged, and goes on at the same seq when there is room', async () => {
    const full = await place.open({ maxPages: 150 })
    store = full
    await full.log.append([entry('ballast', 1, 100_000)], [])
    let seq = 1
    const fill = async () => {
      for (; ; seq++) await full.log.append([entry('d', seq, 10_000)], [])
    }
    await expect(fill()).rejects.toMatchObject({ name: 'StoreError', kind: 'full' })
    expect(seq).toBeGreaterThan(5)
    expect(await full.log.head('d')).toBe(seq - 1)
    await expect(full.log.append([entry('d', seq, 10_000)], [])).rejects.toMatchObject({ kind: 'full' })

    const together = await Promise.allSettled([
      full.log.append([entry('d', seq, 50_000)], []),
      full.log.append([entry('small', 1, 10)], []),
    ])
    expect(together.map(r => r.status)).toEqual(['rejected', 'fulfilled'])

    await full.log.erase('ballast')
    await full.log.append([entry('d', seq, 10_000)], [])
    const entries = await full.log.read('d', 0, 1000)
    expect(entries).toEqual(Array.from({ length: seq }, (_, i) => entry('d', i + 1, 10_000)))
  })

  test.runIf(implementation.backsUp)('a backup made while appends go on is a whole store of one moment', async () => {
    const live = await place.open()
    store = live
    await live.people.create(person('ann'))
    let seq = 0
    let enough = Number.POSITIVE_INFINITY
    const appending = (async () => {
      while (seq < enough) {
        await live.log.append([entry('d', ++seq, 2000), entry('e', seq, 10)], [])
      }
    })()
    await expect.poll(() => seq).toBeGreaterThan(50)
    const before = seq - 1
    await live.backup(place.path('copy'))
    const after = seq
    enough = seq
    await appending

    const copy = await place.openBackup(place.path('copy'))
    const head = await copy.log.head('d')
    expect(head).toBeGreaterThanOrEqual(before)
    expect(head).toBeLessThanOrEqual(after)
    expect(await copy.log.head('e')).toBe(head)
    expect(await copy.log.read('d', 0, head)).toEqual(Array.from({ length: head }, (_, i) => entry('d', i + 1, 2000)))
    expect(await copy.people.get('ann')).toEqual(person('ann'))
    await copy.close()
  })

  test.runIf(implementation.backsUp)('a backup never overwrites a file', async () => {
    store = await place.open()
    await store.backup(place.path('copy'))
    await expect(store.backup(place.path('copy'))).rejects.toThrow(/exists already/)
  })
})
