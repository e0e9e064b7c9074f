import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { messageLimits, messageType } from '#lib/protocol/messages.ts'
import { presenceLimits } from '#lib/protocol/presence.ts'
import { AwarenessRelay } from '#server/collab/awareness.ts'
import { Bucket } from '#server/collab/limits.ts'
import { cursorOf } from '#tests/fuzz/abuse/cursors.ts'

const plenty = () => new Bucket({ burst: 1e9, perSecond: 0 })
/** The body of an awareness message of one record. */
function bodyOf(client: number, clock: number, state: unknown): Uint8Array {
  const decoder = decoding.createDecoder(cursorOf(client, clock, state))
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
/** What a browser reads from a frame of the relay. */
function read(frame: Buffer | null): Record<number, unknown> {
  if (!frame) return {}
  const head = frame[1] === 126 ? 4 : 2
  const decoder = decoding.createDecoder(frame.subarray(head))
  expect(decoding.readVarUint(decoder)).toBe(messageType.awareness)
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null)
  const states = Object.fromEntries(awareness.getStates())
  awareness.destroy()
  return states
}
const yes = () => true

test('of a state the known fields are shown that can be read, and nothing else', () => {
  const relay = new AwarenessRelay()
  const state = {
    cursor: [1, 2],
    selection: ['n1', 2],
    drag: Array.from({ length: presenceLimits.drag + 1 }, () => ['n1', 0, 0, 0, 0]),
    editing: 'x'.repeat(41),
    viewport: [0, 0, 1e9, 1],
    laser: 1,
    away: true,
    name: 'The facilitator',
    toString: 'x',
  }
  relay.receive({}, bodyOf(1, 1, state), yes, plenty())
  expect(read(relay.drain())).toEqual({ 1: { cursor: [1, 2], away: true } })
  expect(relay.waiting).toBe(false)
})

test('all that a tab may show of a board’s own notes fits into one record', () => {
  const id = 'x'.repeat(16)
  const far = -presenceLimits.coordinate
  const state = {
    cursor: [far, far],
    selection: Array.from({ length: presenceLimits.selection }, () => id),
    drag: Array.from({ length: presenceLimits.drag }, () => [id, far, far, far, far]),
    editing: id,
    viewport: [far, far, far, far],
    laser: true,
    away: false,
  }
  expect(JSON.stringify(state).length).toBeLessThan(messageLimits.awareness)
  const relay = new AwarenessRelay()
  relay.receive({}, bodyOf(1, 1, state), yes, plenty())
  expect(read(relay.drain())).toEqual({ 1: state })
})

test('who shows too much is seen less often, at last with the newest, and delays nobody else', () => {
  const relay = new AwarenessRelay()
  const share = new Bucket({ burst: 100, perSecond: 1 })
  const move = (x: number) => relay.receive({}, bodyOf(1, x, { cursor: [x, x] }), yes, share)
  let seen = 0
  for (let x = 1; x <= 20; x += 1) {
    move(x)
    relay.receive({}, bodyOf(2, x, { cursor: [x, x] }), yes, plenty())
    const frame = read(relay.drain())
    expect(frame[2]).toEqual({ cursor: [x, x] })
    if (frame[1]) seen += 1
  }
  expect(seen).toBeLessThan(6)
  expect(relay.waiting).toBe(true)
  share.charge(-100)
  expect(read(relay.drain())).toEqual({ 1: { cursor: [20, 20] } })
  expect(relay.waiting).toBe(false)
})

test('whoever leaves is gone for everybody, whatever they showed before', () => {
  const relay = new AwarenessRelay()
  const owner = {}
  relay.receive(owner, bodyOf(1, 1, { cursor: [1, 1] }), yes, new Bucket({ burst: 0, perSecond: 0 }))
  expect(relay.drain()).toBeNull()
  relay.leave(owner)
  expect(relay.drain()).not.toBeNull()
  expect(relay.size).toBe(0)
})
