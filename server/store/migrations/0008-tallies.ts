import type { Kysely, Migration } from 'kysely'

/** How many dots a ballot holds, so that progress is counted without reading any; tallies that are not shown yet. */
export const tallies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('ballots')
      .addColumn('placed', 'integer', c => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('tallies')
      .addColumn('voteId', 'text', c => c.primaryKey().notNull())
      .addColumn('json', 'text', c => c.notNull())
      .execute()
  },
}
