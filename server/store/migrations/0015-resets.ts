import type { Kysely, Migration } from 'kysely'

/** Secrets that are worth something once; and people who may not come in. */
export const resetTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('tokens')
      .addColumn('hash', 'text', c => c.primaryKey())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('personId', 'text', c => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('createdAt', 'bigint', c => c.notNull())
      .addColumn('expiresAt', 'bigint', c => c.notNull())
      .execute()
    await schema.createIndex('tokensByPerson').on('tokens').column('personId').execute()
    await schema
      .createTable('disabledPeople')
      .addColumn('personId', 'text', c => c.primaryKey().references('people.id').onDelete('cascade'))
      .addColumn('since', 'bigint', c => c.notNull())
      .execute()
  },
}
