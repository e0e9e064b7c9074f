import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '#server/base/log.ts'
import { DamagedDocument, loadDocument, stateHash } from '#server/collab/document.ts'
import type { Store } from '#server/store/store.ts'
import { entry } from './records.ts'
import { implementations, type Place } from './stores.ts'

/** What is left of a board when the disk, not the server, made a mistake. */

const [sqlite] = implementations
let place: Place
let store: Store
beforeEach(async () => {
  if (!sqlite) throw new Error('no embedded store')
  place = await sqlite.place()
  store = await place.open()
})
afterEach(async () => {
  await store.close()
  await place.remove()
})

/** A board whose note got so many letters, one entry each. */
async function typed(letters: number): Promise<Uint8Array> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < letters; i += 1) doc.getText('t').insert(i, 'x')
  const log = updates.map((update, i) => ({ docId: 'board', seq: i + 1, at: 0, actor: null, update }))
  await store.log.append(log, [])
  return Y.encodeStateAsUpdate(doc)
}

test('a damaged keyframe is made anew from the log, and the server’s log says so', async () => {
  const state = await typed(30)
  await store.log.putKeyframe({ docId: 'board', seq: 20, state: state.slice(0, -3), sha256: stateHash(state) })
  const log = createLog('silent')
  const warn = vi.spyOn(log, 'warn')
  const { doc, seq } = await loadDocument(store.log, 'board', log)
  expect([doc.getText('t').length, seq]).toEqual([30, 30])
  expect(warn).toHaveBeenCalledWith(
    expect.objectContaining({ docId: 'board', seq: 20 }),
    expect.stringContaining('damaged'),
  )
})

test('a damaged keyframe before which the log is gone is not a board, and never an empty one', async () => {
  const state = await typed(10)
  await store.log.putKeyframe({ docId: 'board', seq: 20, state: state.slice(0, -3), sha256: stateHash(state) })
  await expect(loadDocument(store.log, 'board', createLog('silent'))).rejects.toThrow(DamagedDocument)
})

test('an entry that is cut short is not a board either', async () => {
  await typed(10)
  const cut = Uint8Array.from([1, 1, 2])
  await store.log.append([{ docId: 'board', seq: 11, at: 0, actor: null, update: cut }], [])
  await expect(loadDocument(store.log, 'board', createLog('silent'))).rejects.toThrow(DamagedDocument)
})

test('a log file that is cut in its last record has all before it, and goes on', async () => {
  await store.close()
  const script = new URL('./appender.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, place.data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Map<string, number>()
  let count = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [docId = '', seq] = line.split(' ')
    acknowledged.set(docId, Number(seq))
    if (++count === 60) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  const name = (await readdir(place.data)).find(file => file.endsWith('-wal'))
  if (!name) throw new Error('no log file')
  const wal = join(place.data, name)
  await truncate(wal, (await stat(wal)).size - 100)

  store = await place.open()
  for (const [docId, seq] of acknowledged) {
    const head = await store.log.head(docId)
    expect(head).toBeGreaterThanOrEqual(seq - 1)
    const entries = await store.log.read(docId, 0, head)
    expect(entries).toEqual(Array.from({ length: head }, (_, i) => entry(docId, i + 1, 300)))
    await store.log.append([entry(docId, head + 1, 300)], [])
    expect(await store.log.head(docId)).toBe(head + 1)
  }
})
