import type { ExpressionBuilder, Kysely } from 'kysely'
import type { WorkspaceStore } from '../store.ts'
import type { Tables } from '../tables.ts'

/** Links that make people members of a workspace. */
export const memberInvites = (
  db: Kysely<Tables>,
): Pick<WorkspaceStore, 'createInvite' | 'openInvites' | 'inviteByHash' | 'useInvite' | 'revokeInvite'> => ({
  async createInvite(invite) {
    await db.insertInto('memberInvites').values(invite).execute()
  },
  openInvites: (workspaceId, now) =>
    db
      .selectFrom('memberInvites')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where(eb => mayBeUsed(eb, now))
      .orderBy('createdAt', 'desc')
      .orderBy('id')
      .execute(),
  async inviteByHash(tokenHash) {
    const found = db.selectFrom('memberInvites').selectAll().where('tokenHash', '=', tokenHash)
    return (await found.executeTakeFirst()) ?? null
  },
  async useInvite(id, now) {
    const { numUpdatedRows } = await db
      .updateTable('memberInvites')
      .set(eb => ({ uses: eb('uses', '+', 1) }))
      .where('id', '=', id)
      .where(eb => mayBeUsed(eb, now))
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n
  },
  async revokeInvite(workspaceId, id, now) {
    const { numUpdatedRows } = await db
      .updateTable('memberInvites')
      .set({ revokedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n
  },
})

/** Neither revoked, nor expired, nor used up. */
const mayBeUsed = (eb: ExpressionBuilder<Tables, 'memberInvites'>, now: number) =>
  eb.and([eb('revokedAt', 'is', null), eb('expiresAt', '>', now), eb('uses', '<', eb.ref('maxUses'))])
