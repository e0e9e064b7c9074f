import type { Role } from '../access/actor.ts'
import type { Phase } from '../access/phase.ts'

/** Who may write under which client id. */
export interface Lessees {
  personId: string
  /** The person a client id belongs to; null as long as nobody has used it. */
  leaseOf: (client: number) => string | null
  /** The id under which the server itself writes to this document. */
  serverClient: number
  /** How many client ids that nobody has used may still become this person's by this connection. */
  newClients: number
}

/** Everything the gate needs to know about the sender of an update, and about now. */
export interface GateContext extends Lessees {
  role: Role
  /** Private notes, in a document that nobody else is given: notes alone, and only while the activity says so. */
  draft: boolean
  /** The phase that holds, and after it those that held until less than the grace ago . */
  phases: readonly [Phase, ...Phase[]]
}
