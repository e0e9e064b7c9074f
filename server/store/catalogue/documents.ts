import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { LogStore } from '../log-store.ts'
import type { Tables } from '../tables.ts'

/** What both engines keep of a document beside its entries. `forget` deletes for good. */
export function documents(db: Kysely<Tables>, forget: Atomically): Omit<LogStore, 'append' | 'read'> {
  return {
    async head(docId) {
      const doc = await db.selectFrom('docs').select('head').where('id', '=', docId).executeTakeFirst()
      return doc?.head ?? 0
    },
    async keyframe(docId) {
      const found = await db.selectFrom('keyframes').selectAll().where('docId', '=', docId).executeTakeFirst()
      return found ?? null
    },
    async putKeyframe({ docId, ...rest }) {
      await db
        .insertInto('keyframes')
        .values({ docId, ...rest })
        .onConflict(c => c.column('docId').doUpdateSet(rest).where('keyframes.seq', '<=', rest.seq))
        .execute()
    },
    leases: docId => db.selectFrom('leases').selectAll().where('docId', '=', docId).execute(),
    async docs(prefix) {
      const after = db.selectFrom('docs').select('id').where('id', '>=', prefix).where('id', '<', `${prefix}\u{10ffff}`)
      return (await after.orderBy('id').execute()).map(doc => doc.id)
    },
    async erase(docId) {
      await forget([
        db.deleteFrom('log').where('docId', '=', docId),
        db.deleteFrom('keyframes').where('docId', '=', docId),
        db.deleteFrom('leases').where('docId', '=', docId),
        db.deleteFrom('docs').where('id', '=', docId),
      ])
    },
  }
}
