import * as Y from 'yjs'
import { messageType, type Refused } from '#lib/protocol/messages.ts'
import type { Connection } from './connection.ts'
import { extendedFrame, step1Frame } from './frames.ts'
import type { Outbox } from './outbox.ts'

/** ms between two questions to a stock client that cannot be told what was refused. */
const askAgain = 2000

/** Asks a client for all that the server's document lacks. */
export function askForAll(connection: Connection, doc: Y.Doc): void {
  connection.lastAsked = performance.now()
  connection.askedFor += 1
  connection.write(step1Frame(Y.encodeStateVector(doc)))
}

/** It answered a step 1; what it sends makes sense again when none is open. */
export function answered(connection: Connection): void {
  if (connection.askedFor === 0) return
  connection.askedFor -= 1
  if (connection.askedFor === 0) connection.outOfStep = false
}

/** Two messages crossed: what it sends is left out until it has answered with all that it has. */
export function resync(connection: Connection, doc: Y.Doc): void {
  connection.outOfStep = true
  if (connection.askedFor === 0) askForAll(connection, doc)
}

/** Tells a client of ours; a stock one cannot be told, and asking it for what is missing heals a gap once the policy allows it. */
export function tellRefusal(connection: Connection, refused: Refused, doc: Y.Doc, outbox: Outbox): void {
  if (connection.extended) {
    connection.outOfStep = true
    outbox.send(connection, extendedFrame(messageType.refused, refused))
  } else if (performance.now() - connection.lastAsked >= askAgain) askForAll(connection, doc)
}
