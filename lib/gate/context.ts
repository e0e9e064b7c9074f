import type { Role } from '../access/actor.ts'
import type { Phase } from '../access/phase.ts'

/** Who may write under which client id. */
export interface Lessees {
  personId: string
  /** Returns the person of a client id; null as long as nobody has used it. */
  leaseOf: (client: number) => string | null
  /** The client id under which the server writes to this document. */
  serverClient: number
  /** Number of unused client ids that this connection may still claim for its person. */
  newClients: number
}

/** Everything the gate needs to know about the sender of an update and the present state. */
export interface GateContext extends Lessees {
  role: Role
  /** A document of private notes: it may hold only notes, and only while the activity allows them. */
  draft: boolean
  /** The present phase, and after it those that ended within the grace period. */
  phases: readonly [Phase, ...Phase[]]
}
