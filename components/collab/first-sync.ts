import { type Decoder, peekVarUint, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { writeVarUint } from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate, readSyncMessage } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageType } from '#lib/protocol/messages.ts'

/**
 * Reads the server's sync messages for a provider. What has changed since the server's last keyframe is sent before the
 * keyframe; each such update builds on it, and Yjs would merge all of them anew with every next one (10,000 notes:
 * 400 ms). So they are kept until the keyframe is there, and the board changes once. `answer` is given what the server
 * has when it asks for what it lacks.
 */
export function readResync(provider: WebsocketProvider, answer: (stateVector: Uint8Array) => void): void {
  let early: Uint8Array[] = []
  provider.on('status', ({ status }) => {
    if (status === 'connecting') early = []
  })
  provider.messageHandlers[messageType.sync] = (reply, decoder) => {
    const kind = peekVarUint(decoder)
    if (kind === messageYjsUpdate && !provider.synced) {
      early.push(updateIn(decoder))
      return
    }
    if (kind === messageYjsSyncStep1) {
      answer(updateIn(decoder))
      return
    }
    writeVarUint(reply, messageType.sync)
    if (kind !== messageYjsSyncStep2) {
      readSyncMessage(decoder, reply, provider.doc, provider)
      return
    }
    const kept = early
    early = []
    applyAsReceived(provider.doc, [updateIn(decoder), ...kept], provider)
    provider.synced = true
  }
}

function updateIn(decoder: Decoder): Uint8Array {
  readVarUint(decoder)
  return readVarUint8Array(decoder)
}

/**
 * Applies updates at once, and hands whoever keeps updates the very bytes that came: Yjs would encode the whole board
 * again for them, which takes as long as to apply it. What others write in answer is encoded as ever.
 */
function applyAsReceived(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): void {
  const keepers = doc._observers.get('update')
  const answers: Y.Transaction[] = []
  const listen = (transaction: Y.Transaction) => void answers.push(transaction)
  doc.on('afterTransaction', listen)
  doc._observers.delete('update')
  try {
    const applyAll = () => {
      for (const update of updates) Y.applyUpdate(doc, update, origin)
    }
    Y.transact(doc, applyAll, origin, false)
  } finally {
    if (keepers) doc._observers.set('update', keepers)
    doc.off('afterTransaction', listen)
  }
  const [received, ...written] = answers
  if (received) for (const update of updates) doc.emit('update', [update, origin, doc, received])
  for (const answer of written)
    if (answer.changed.size > 0) {
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(answer.beforeState))
      doc.emit('update', [update, answer.origin, doc, answer])
    }
}
