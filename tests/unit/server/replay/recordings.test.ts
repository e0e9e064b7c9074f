import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BoardPlayer } from '#lib/replay/player.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { createLog } from '#server/base/log.ts'
import { Recordings } from '#server/replay/recordings.ts'
import type { Store } from '#server/store/store.ts'
import { implementations, type Place } from '#tests/contract/stores.ts'
import { session, shown } from '#tests/drivers/history.ts'
import { random } from '#tests/drivers/random.ts'

/** The rows as the server makes and keeps them: out of its store, through its thread, grown piece by piece. */
let place: Place
let store: Store
let recordings: Recordings
beforeAll(async () => {
  const [first] = implementations
  if (!first) throw new Error('no store')
  place = await first.place()
  store = await place.open()
  recordings = new Recordings(store, createLog('silent'))
})
afterAll(async () => {
  await recordings.close()
  await store.close()
  await place.remove()
})

const playerOf = (rows: Uint8Array) => new BoardPlayer(readRows(gunzipSync(rows)))
const seeds = [Number(process.env.SEED ?? 20261124), 5, 1234]

test.each(seeds)('the server’s rows show the live board at every sampled row, both ways (seed %i)', async seed => {
  const { log, states } = session(seed, 500)
  const chance = random(seed)
  const docId = `board-${seed}`
  for (let done = 0; done < log.length; ) {
    const next = Math.min(log.length, done + 1 + chance.below(90))
    await store.log.append(
      log.slice(done, next).map(entry => ({ docId, ...entry })),
      [],
    )
    done = next
    if (chance.below(2)) expect((await recordings.upToDate(docId)).seq).toBe(done)
  }
  const recording = await recordings.upToDate(docId)
  const player = playerOf(recording.rows)
  const { seq } = player.cursor.rows
  const lastRowOf = log.map(entry => seq.lastIndexOf(entry.seq))
  const written = [...lastRowOf.keys()].filter(index => (lastRowOf[index] ?? -1) >= 0)
  const sampled = written.filter(() => chance.below(3) > 0)
  for (const index of [...sampled, ...sampled.toReversed(), ...sampled.map(() => chance.pick(written) ?? 0)]) {
    player.seek(lastRowOf[index] ?? -1)
    expect(shown(player), `after update ${index + 1}`).toEqual(states[index])
  }

  const again = new Recordings(store, createLog('silent'))
  await store.history.dropRecording(docId)
  const rebuilt = await again.upToDate(docId)
  await again.close()
  expect(gunzipSync(rebuilt.rows).equals(gunzipSync(recording.rows))).toBe(true)
})

test('rows that are damaged in the store are made anew from the log', async () => {
  const { log } = session(3, 80)
  const docId = 'damaged'
  await store.log.append(
    log.map(entry => ({ docId, ...entry })),
    [],
  )
  const good = await recordings.upToDate(docId)
  await store.history.putRecording({ ...good, seq: 10, rows: new Uint8Array([1, 2, 3]) })
  await store.history.dropRecording(docId)
  await store.history.putRecording({ ...good, seq: 10, rows: new Uint8Array([1, 2, 3]) })
  const fresh = new Recordings(store, createLog('silent'))
  expect((await fresh.upToDate(docId)).rows).toEqual(good.rows)
  await fresh.close()
})

test('a board that nobody wrote on has an empty recording', async () => {
  const { seq, rows } = await recordings.upToDate('untouched')
  expect(seq).toBe(0)
  expect(playerOf(rows).cursor.rows.count).toBe(0)
})

test('recording a long log leaves the loop free', async () => {
  const { log } = session(77, 2_500)
  const docId = 'long'
  for (let from = 0; from < log.length; from += 500)
    await store.log.append(
      log.slice(from, from + 500).map(entry => ({ docId, ...entry })),
      [],
    )
  // The loop's own work between two beats, ms: what other programs on the machine do at that time does not count.
  let longest = 0
  let last = process.threadCpuUsage()
  const beat = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
  }, 1)
  await recordings.upToDate(docId)
  clearInterval(beat)
  expect(longest).toBeGreaterThan(0)
  expect(longest).toBeLessThan(20)
})
