import type { Kysely, Migration } from 'kysely'

/** The second factor of people who set one up, and codes for when it is lost. */
export const factorTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('factors')
      .addColumn('personId', 'text', c => c.primaryKey().references('people.id').onDelete('cascade'))
      .addColumn('secret', 'text', c => c.notNull())
      .addColumn('createdAt', 'bigint', c => c.notNull())
      .addColumn('confirmedAt', 'bigint')
      .addColumn('lastStep', 'bigint', c => c.notNull())
      .execute()
    await schema
      .createTable('recoveryCodes')
      .addColumn('personId', 'text', c => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('hash', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('recoveryCodesKey', ['personId', 'hash'])
      .execute()
  },
}
