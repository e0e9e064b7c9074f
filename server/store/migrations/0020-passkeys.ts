import type { Kysely, Migration } from 'kysely'

/** Keys with which people sign in instead of a password. */
export const passkeyTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('passkeys')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('personId', 'text', c => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('publicKey', 'text', c => c.notNull())
      .addColumn('counter', 'bigint', c => c.notNull())
      .addColumn('transports', 'text', c => c.notNull())
      .addColumn('device', 'text')
      .addColumn('createdAt', 'bigint', c => c.notNull())
      .addColumn('usedAt', 'bigint')
      .execute()
    await schema.createIndex('passkeysByPerson').on('passkeys').column('personId').execute()
  },
}
