import type { Kysely, Migration } from 'kysely'

/** Ballots of open votes only: a closed vote leaves its tallies in the document and nothing here. */
export const ballotTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('ballots')
      .addColumn('voteId', 'text', c => c.notNull())
      .addColumn('personId', 'text', c => c.notNull())
      .addColumn('json', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('ballotsKey', ['voteId', 'personId'])
      .execute()
  },
}
