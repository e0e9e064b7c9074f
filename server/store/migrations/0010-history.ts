import type { Kysely, Migration } from 'kysely'
import { bytes } from './engine.ts'

/** What replays need beside the log: the rows derived from it, the names of the day, and links that share a replay. */
export const historyTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('recordings')
      .addColumn('boardId', 'text', c => c.primaryKey())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('rows', bytes(db), c => c.notNull())
      .addColumn('state', bytes(db), c => c.notNull())
      .execute()
    await schema
      .createTable('boardNames')
      .addColumn('boardId', 'text', c => c.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('personId', 'text', c => c.notNull())
      .addColumn('since', 'bigint', c => c.notNull())
      .addColumn('name', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('boardNamesKey', ['boardId', 'personId', 'since'])
      .execute()
    await schema
      .createTable('pseudonyms')
      .addColumn('workspaceId', 'text', c => c.notNull().references('workspaces.id').onDelete('cascade'))
      .addColumn('personId', 'text', c => c.notNull())
      .addColumn('name', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('pseudonymsKey', ['workspaceId', 'personId'])
      .execute()
    await schema
      .createTable('replayShares')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('boardId', 'text', c => c.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('sessionId', 'text', c => c.references('sessions.id').onDelete('cascade'))
      .addColumn('tokenHash', 'text', c => c.notNull().unique())
      .addColumn('expiresAt', 'bigint', c => c.notNull())
      .addColumn('revokedAt', 'bigint')
      .addColumn('createdBy', 'text', c => c.notNull())
      .addColumn('createdAt', 'bigint', c => c.notNull())
      .execute()
    await schema.createIndex('replaySharesByBoard').on('replayShares').column('boardId').execute()
  },
}
