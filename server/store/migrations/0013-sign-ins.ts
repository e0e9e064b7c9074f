import type { Kysely, Migration } from 'kysely'

/** Where people are signed in, and since when: older cookies than a person's cut count no more, but for the one kept. */
export const signInTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('signIns')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('personId', 'text', c => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('device', 'text')
      .addColumn('madeAt', 'bigint', c => c.notNull())
      .addColumn('usedAt', 'bigint', c => c.notNull())
      .addColumn('until', 'bigint', c => c.notNull())
      .execute()
    await schema.createIndex('signInsByPerson').on('signIns').column('personId').execute()
    await schema
      .createTable('signInCuts')
      .addColumn('personId', 'text', c => c.primaryKey().references('people.id').onDelete('cascade'))
      .addColumn('from', 'bigint', c => c.notNull())
      .addColumn('keep', 'text')
      .execute()
  },
}
