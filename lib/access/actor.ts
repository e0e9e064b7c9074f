/** Who somebody is to one board, looked up in the store at the door and never taken from a token or a message. */
export interface Actor {
  personId: string
  /** Role in the board's workspace, if a member. */
  member: WorkspaceRole | null
  /** Role in the board's current session, if a participant of it. */
  participant: SessionRole | null
}

export type WorkspaceRole = 'owner' | 'facilitator' | 'manager'
export type SessionRole = 'facilitator' | 'contributor' | 'observer'
/** What a person counts as on a board right now: the columns of the policy table. */
export type Role = 'facilitator' | 'contributor' | 'observer' | 'manager' | 'nobody'

export const sessionRoles = ['facilitator', 'contributor', 'observer'] as const satisfies readonly SessionRole[]

/** The role in the session comes first; a workspace's owners and facilitators facilitate where they have none. */
export function roleOf(actor: Actor): Role {
  if (actor.participant) return actor.participant
  if (actor.member === 'owner' || actor.member === 'facilitator') return 'facilitator'
  if (actor.member === 'manager') return 'manager'
  return 'nobody'
}
