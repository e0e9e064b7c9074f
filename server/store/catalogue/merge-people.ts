import type { Kysely } from 'kysely'
import type { WorkspaceRole } from '#lib/access/actor.ts'
import type { Tables } from '../tables.ts'

const roles: readonly WorkspaceRole[] = ['manager', 'facilitator', 'owner']

/** The statements by which one person's accounts, memberships, seats and things become another's. */
export function mergePeople(db: Kysely<Tables>, from: string, into: string) {
  const raise = roles.flatMap((role, at) => {
    const higher = db.selectFrom('members').select('workspaceId').where('personId', '=', from).where('role', '=', role)
    return at === 0
      ? []
      : [
          db
            .updateTable('members')
            .set({ role })
            .where('personId', '=', into)
            .where('workspaceId', 'in', higher)
            .where('role', 'in', roles.slice(0, at)),
        ]
  })
  const mine = db.selectFrom('members').select('workspaceId').where('personId', '=', into)
  const seats = db.selectFrom('participants').select('sessionId').where('personId', '=', into)
  const made = (['boards', 'sessions', 'invites', 'replayShares'] as const).map(table =>
    db.updateTable(table).set({ createdBy: into }).where('createdBy', '=', from),
  )
  return [
    ...raise,
    db.deleteFrom('members').where('personId', '=', from).where('workspaceId', 'in', mine),
    db.updateTable('members').set({ personId: into }).where('personId', '=', from),
    db.deleteFrom('participants').where('personId', '=', from).where('sessionId', 'in', seats),
    db.updateTable('participants').set({ personId: into }).where('personId', '=', from),
    db.updateTable('accounts').set({ personId: into }).where('personId', '=', from),
    ...made,
    db.updateTable('passkeys').set({ personId: into }).where('personId', '=', from),
    db.deleteFrom('tokens').where('personId', '=', from),
    db.deleteFrom('factors').where('personId', '=', from),
    db.deleteFrom('recoveryCodes').where('personId', '=', from),
    db.updateTable('people').set({ email: null, passwordHash: null }).where('id', '=', from),
  ]
}
