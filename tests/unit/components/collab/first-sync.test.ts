import { createDecoder } from 'lib0/decoding'
import { createEncoder, length, toUint8Array } from 'lib0/encoding'
import { ObservableV2 } from 'lib0/observable'
import { expect, test } from 'vitest'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readResync } from '#components/collab/first-sync.ts'
import { messageType } from '#lib/protocol/messages.ts'

/** The part of y-websocket's provider that reading needs. */
function connection() {
  const doc = new Y.Doc()
  const events = new ObservableV2<{ status: (event: { status: string }) => void }>()
  const provider = Object.assign(events, { doc, synced: false, messageHandlers: [] as unknown[] })
  const asked: Uint8Array[] = []
  readResync(provider as unknown as WebsocketProvider, known => asked.push(known))
  const handler = provider.messageHandlers[messageType.sync] as (reply: unknown, message: unknown) => void
  const takes = (message: Uint8Array) => {
    const reply = createEncoder()
    handler(reply, createDecoder(message))
    return length(reply)
  }
  let changes = 0
  doc.on('afterTransaction', transaction => {
    if (transaction.changed.size > 0) changes += 1
  })
  return { provider, doc, takes, asked, changes: () => changes }
}

/** A board's state and an update after it, as the server sends them. */
function sent() {
  const doc = new Y.Doc()
  doc.getMap('notes').set('first', 1)
  const state = createEncoder()
  writeSyncStep2(state, doc)
  const before = Y.encodeStateVector(doc)
  doc.getMap('notes').set('second', 2)
  const update = createEncoder()
  writeUpdate(update, Y.encodeStateAsUpdate(doc, before))
  return { state: toUint8Array(state), update: toUint8Array(update) }
}

test('updates that come before the state they build on wait for it, and the board changes once', () => {
  const { doc, provider, takes, changes } = connection()
  const { state, update } = sent()
  expect(takes(update)).toBe(0)
  expect(doc.store.pendingStructs).toBeNull()
  takes(state)
  expect(doc.getMap('notes').toJSON()).toEqual({ first: 1, second: 2 })
  expect([changes(), provider.synced]).toEqual([1, true])
})

test('what the server asks is answered elsewhere, for the answer may take several messages', () => {
  const { doc, takes, asked } = connection()
  const question = createEncoder()
  writeSyncStep1(question, doc)
  expect(takes(toUint8Array(question))).toBe(0)
  expect(asked).toEqual([Y.encodeStateVector(doc)])
})

test('once in step, an update counts at once', () => {
  const { doc, takes, changes } = connection()
  const { state, update } = sent()
  takes(state)
  takes(update)
  expect(doc.getMap('notes').get('second')).toBe(2)
  expect(changes()).toBe(2)
})

test('what a lost connection had sent is not mixed with what the next one sends', () => {
  const { doc, provider, takes } = connection()
  const { state, update } = sent()
  takes(update)
  provider.emit('status', [{ status: 'connecting' }])
  takes(state)
  expect(doc.getMap('notes').toJSON()).toEqual({ first: 1 })
})

test('whoever keeps the board gets all that came, and what somebody wrote in answer', () => {
  const { doc, provider, takes } = connection()
  const { state, update } = sent()
  const kept = new Y.Doc()
  const from: unknown[] = []
  doc.on('update', (bytes, origin) => {
    Y.applyUpdate(kept, bytes)
    from.push(origin)
  })
  const notes = doc.getMap('notes')
  notes.observe(() => {
    if (!notes.has('answer')) doc.transact(() => notes.set('answer', 3), 'observer')
  })
  takes(update)
  takes(state)
  expect(kept.getMap('notes').toJSON()).toEqual({ first: 1, second: 2, answer: 3 })
  expect(from).toEqual([provider, provider, 'observer'])
})
