import type { Kysely, Migration } from 'kysely'

/** Sign-ins that were ended before their cookie runs out. */
export const signOuts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('signOuts')
      .addColumn('signIn', 'text', c => c.primaryKey())
      .addColumn('until', 'bigint', c => c.notNull())
      .execute()
  },
}
