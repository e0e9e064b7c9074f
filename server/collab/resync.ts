import * as Y from 'yjs'
import { messageType, type Refused } from '#lib/protocol/messages.ts'
import type { Connection } from './connection.ts'
import { extendedFrame, step1Frame } from './frames.ts'
import type { Outbox } from './outbox.ts'

/** ms between two step 1 messages to a stock client, which cannot be told what was refused. */
const askAgain = 2000

/** Asks a client for everything that the server's document lacks. */
export function askForAll(connection: Connection, doc: Y.Doc): void {
  connection.lastAsked = performance.now()
  connection.askedFor += 1
  connection.write(step1Frame(Y.encodeStateVector(doc)))
}

/** Counts an answered step 1; when none is open, the client's updates are accepted again. */
export function answered(connection: Connection): void {
  if (connection.askedFor === 0) return
  connection.askedFor -= 1
  if (connection.askedFor === 0) connection.outOfStep = false
}

/** Two messages crossed: the client's updates are ignored until it has sent everything it has. */
export function resync(connection: Connection, doc: Y.Doc): void {
  connection.outOfStep = true
  if (connection.askedFor === 0) askForAll(connection, doc)
}

/**
 * Tells one of our clients what was refused. A stock client cannot be told; asking it for what is missing closes the
 * gap once the policy allows the change.
 */
export function tellRefusal(connection: Connection, refused: Refused, doc: Y.Doc, outbox: Outbox): void {
  if (connection.extended) {
    connection.outOfStep = true
    outbox.send(connection, extendedFrame(messageType.refused, refused))
  } else if (performance.now() - connection.lastAsked >= askAgain) askForAll(connection, doc)
}
