/** A person's relation to one board, read from the store and never taken from a token or a message. */
export interface Actor {
  personId: string
  /** Role in the board's workspace, if a member. */
  member: WorkspaceRole | null
  /** Role in the board's current session, if a participant of it. */
  participant: SessionRole | null
}

export type WorkspaceRole = 'owner' | 'facilitator' | 'manager'
export type SessionRole = 'facilitator' | 'contributor' | 'observer'
/** The role that a person has on a board now: the columns of the policy table. */
export type Role = 'facilitator' | 'contributor' | 'observer' | 'manager' | 'nobody'

export const sessionRoles = ['facilitator', 'contributor', 'observer'] as const satisfies readonly SessionRole[]

/**
 * Returns the role. The session's role comes first; without one, a workspace's owners and facilitators are
 * facilitators.
 */
export function roleOf(actor: Actor): Role {
  if (actor.participant) return actor.participant
  if (actor.member === 'owner' || actor.member === 'facilitator') return 'facilitator'
  if (actor.member === 'manager') return 'manager'
  return 'nobody'
}
