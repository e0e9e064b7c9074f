import type { Kysely, Migration } from 'kysely'
import { bytes, keyed, ordered } from './engine.ts'

/** The append-only log of every document, its keyframe, and which client numbers belong to whom. */
export const log: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('docs')
      .addColumn('id', ordered(db), c => c.primaryKey().notNull())
      .addColumn('head', 'bigint', c => c.notNull())
      .modifyEnd(keyed(db))
      .execute()
    await schema
      .createTable('log')
      .addColumn('docId', 'text', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addColumn('actor', 'text')
      .addColumn('bytes', bytes(db), c => c.notNull())
      .addColumn('crc', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('logKey', ['docId', 'seq'])
      .modifyEnd(keyed(db))
      .execute()
    await schema
      .createTable('keyframes')
      .addColumn('docId', 'text', c => c.primaryKey())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('state', bytes(db), c => c.notNull())
      .addColumn('sha256', 'text', c => c.notNull())
      .execute()
    await schema
      .createTable('leases')
      .addColumn('docId', 'text', c => c.notNull())
      .addColumn('client', 'bigint', c => c.notNull())
      .addColumn('personId', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('leasesKey', ['docId', 'client'])
      .modifyEnd(keyed(db))
      .execute()
  },
}
