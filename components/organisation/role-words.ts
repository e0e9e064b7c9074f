import type { WorkspaceRole } from '#lib/access/actor.ts'

/** What the roles of a workspace are called, and what they come to. */
export const memberRoles: Readonly<Record<WorkspaceRole, { label: string; means: string }>> = {
  owner: { label: 'Owner', means: 'leads, and decides who belongs to the workspace' },
  facilitator: { label: 'Facilitator', means: 'makes boards and leads sessions' },
  manager: { label: 'Manager', means: 'reads boards and the library, and changes nothing' },
}
