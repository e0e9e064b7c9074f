import * as encoding from 'lib0/encoding'
import { encodeMessage, messageType } from '#lib/protocol/messages.ts'

/**
 * Whole binary WebSocket frames from server to client (RFC 6455 §5.2: final, unmasked, uncompressed). They are built
 * once and written to any number of sockets; several may share one write, but never several messages one frame.
 */
function frame(...parts: readonly Uint8Array[]): Buffer {
  let length = 0
  for (const part of parts) length += part.length
  const head = length < 126 ? 2 : length < 65536 ? 4 : 10
  const buffer = Buffer.allocUnsafeSlow(head + length)
  buffer[0] = 0x82
  if (head === 2) buffer[1] = length
  else if (head === 4) {
    buffer[1] = 126
    buffer.writeUInt16BE(length, 2)
  } else {
    buffer[1] = 127
    buffer.writeBigUInt64BE(BigInt(length), 2)
  }
  let at = head
  for (const part of parts) {
    buffer.set(part, at)
    at += part.length
  }
  return buffer
}

const syncFrame = (kind: 0 | 1 | 2, body: Uint8Array): Buffer => {
  const head = encoding.createEncoder()
  encoding.writeVarUint(head, messageType.sync)
  encoding.writeVarUint(head, kind)
  encoding.writeVarUint(head, body.length)
  return frame(encoding.toUint8Array(head), body)
}

/** Asks the client for everything that this state vector lacks. */
export const step1Frame = (stateVector: Uint8Array): Buffer => syncFrame(0, stateVector)
/** Answers a client's step 1; with it the client has everything. */
export const step2Frame = (update: Uint8Array): Buffer => syncFrame(1, update)
export const updateFrame = (update: Uint8Array): Buffer => syncFrame(2, update)

/** An awareness message of records as y-protocols encodes them. */
export function awarenessFrame(records: readonly Uint8Array[]): Buffer {
  const count = encoding.createEncoder()
  encoding.writeVarUint(count, records.length)
  const counted = encoding.toUint8Array(count)
  let length = counted.length
  for (const record of records) length += record.length
  const head = encoding.createEncoder()
  encoding.writeVarUint(head, messageType.awareness)
  encoding.writeVarUint(head, length)
  return frame(encoding.toUint8Array(head), counted, ...records)
}

/** One of our own messages, numbers 100 and up. */
export const extendedFrame = (type: number, body: unknown): Buffer => frame(encodeMessage(type, body))
