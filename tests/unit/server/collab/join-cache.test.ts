import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { updateFrame } from '#server/collab/frames.ts'
import { JoinCache } from '#server/collab/join-cache.ts'

/** Updates of somebody who counts to `count`. */
function counting(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < count; i += 1) doc.getMap('notes').set(`n${i}`, i)
  return updates
}

/** What a joiner sees at the moment when the server says that it is in step. */
function joined(frames: readonly Buffer[]): number {
  const doc = new Y.Doc()
  for (const frame of frames) {
    const head = frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2
    const decoder = decoding.createDecoder(frame.subarray(head))
    decoding.readVarUint(decoder)
    const kind = decoding.readVarUint(decoder)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    if (kind === sync.messageYjsSyncStep2) return doc.getMap('notes').size
  }
  throw new Error('never in step')
}

test('a joiner has the whole board when it is told to be in step, with and without a keyframe', () => {
  const updates = counting(30)
  expect(joined(new JoinCache(null, []).frames())).toBe(0)
  const cache = new JoinCache(null, updates.slice(0, 10))
  expect(joined(cache.frames())).toBe(10)
  for (const update of updates.slice(10)) cache.add(update, updateFrame(update))
  expect(joined(cache.frames())).toBe(30)
  cache.rebase(20, Y.mergeUpdates(updates.slice(0, 20)))
  expect([cache.seq, cache.tail.length]).toEqual([30, 10])
  expect(joined(cache.frames())).toBe(30)
})

test('joiners share what was merged for the first of them, whatever is added between them', () => {
  const updates = counting(12)
  const cache = new JoinCache(null, updates.slice(0, 10))
  const first = cache.frames()
  for (const update of updates.slice(10)) cache.add(update, updateFrame(update))
  const second = cache.frames()
  expect(second.at(-1)).toBe(first.at(-1))
  expect(second).toHaveLength(3)
})

test('the bytes of the updates after the keyframe are known, so that a new one can be due', () => {
  const updates = counting(5)
  const size = (some: readonly Uint8Array[]) => some.reduce((sum, { length }) => sum + length, 0)
  const cache = new JoinCache(null, updates.slice(0, 4))
  const [, , , , last = new Uint8Array()] = updates
  cache.add(last, updateFrame(last))
  expect(cache.bytes).toBe(size(updates))
  cache.rebase(3, Y.mergeUpdates(updates.slice(0, 3)))
  expect(cache.bytes).toBe(size(updates.slice(3)))
})
