import { type Kysely, type Migration, sql } from 'kysely'

/** Since when somebody belongs to a workspace and when they were last there; links that make people members. */
export const memberTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .alterTable('members')
      .addColumn('joinedAt', 'bigint', c => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('members').addColumn('lastHere', 'bigint').execute()
    // Of those who are members already only the time is known from which both were there.
    await sql`update members set "joinedAt" = (
      select case when people."createdAt" > workspaces."createdAt" then people."createdAt" else workspaces."createdAt" end
      from people, workspaces where people.id = members."personId" and workspaces.id = members."workspaceId")`.execute(
      db,
    )
    await schema
      .createTable('memberInvites')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('workspaceId', 'text', c => c.notNull().references('workspaces.id').onDelete('cascade'))
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('tokenHash', 'text', c => c.notNull().unique())
      .addColumn('expiresAt', 'bigint', c => c.notNull())
      .addColumn('maxUses', 'integer', c => c.notNull())
      .addColumn('uses', 'integer', c => c.notNull())
      .addColumn('revokedAt', 'bigint')
      .addColumn('createdBy', 'text', c => c.notNull())
      .addColumn('createdAt', 'bigint', c => c.notNull())
      .execute()
    await schema.createIndex('memberInvitesByWorkspace').on('memberInvites').column('workspaceId').execute()
    // Links made before were items without a number of uses; no page made any, and they lived for a week.
    await sql`delete from "workspaceItems" where kind = 'member-invite'`.execute(db)
  },
}
