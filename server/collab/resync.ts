import * as Y from 'yjs'
import { messageType, type Refused } from '#lib/protocol/messages.ts'
import type { Connection } from './connection.ts'
import { extendedFrame, step1Frame } from './frames.ts'
import type { Outbox } from './outbox.ts'

/** ms between two step 1 messages to a stock client, which cannot be told what was refused. */
const step1Interval = 2000

/** Asks a client for everything that the server's document lacks. */
export function requestMissing(connection: Connection, doc: Y.Doc): void {
  connection.lastStep1At = performance.now()
  connection.openStep1s += 1
  connection.write([step1Frame(Y.encodeStateVector(doc))])
}

/** Counts an answered step 1; when none is open, the client's updates are accepted again. */
export function step1Answered(connection: Connection): void {
  if (connection.openStep1s === 0) return
  connection.openStep1s -= 1
  if (connection.openStep1s === 0) connection.unsynced = false
}

/** Two messages crossed: the client's updates are ignored until it has sent everything it has. */
export function resync(connection: Connection, doc: Y.Doc): void {
  connection.unsynced = true
  if (connection.openStep1s === 0) requestMissing(connection, doc)
}

/**
 * Tells one of our clients what was refused. A stock client cannot be told; asking it for what is missing closes the
 * gap once the policy allows the change.
 */
export function tellRefusal(connection: Connection, refused: Refused, doc: Y.Doc, outbox: Outbox): void {
  if (connection.extended) {
    connection.unsynced = true
    outbox.send(connection, extendedFrame(messageType.refused, refused))
  } else if (performance.now() - connection.lastStep1At >= step1Interval) requestMissing(connection, doc)
}
