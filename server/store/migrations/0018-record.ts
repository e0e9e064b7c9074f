import type { Kysely, Migration } from 'kysely'

/** What was done in a workspace. People and boards are named by id and may be gone. */
export const recordTable: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('acts')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('workspaceId', 'text', c => c.notNull().references('workspaces.id').onDelete('cascade'))
      .addColumn('at', 'bigint', c => c.notNull())
      .addColumn('what', 'text', c => c.notNull())
      .addColumn('personId', 'text')
      .addColumn('boardId', 'text')
      .addColumn('onPersonId', 'text')
      .addColumn('detail', 'text')
      .addColumn('address', 'text')
      .execute()
    await schema.createIndex('actsByWorkspace').on('acts').columns(['workspaceId', 'at']).execute()
  },
}
