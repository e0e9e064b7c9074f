import type { Kysely, Migration } from 'kysely'

/** Who deleted a board; boards that are deleted are found by the time. */
export const binColumns: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('boards').addColumn('deletedBy', 'text').execute()
    await schema.createIndex('boardsByDeletion').on('boards').column('deletedAt').execute()
  },
}
