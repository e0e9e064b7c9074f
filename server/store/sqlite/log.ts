import type { Kysely } from 'kysely'
import type { LogStore } from '../log-store.ts'
import type { Tables } from '../tables.ts'
import { forget } from './dialect.ts'
import type { Link } from './link.ts'

/** `db` reads over the same thread as `reader`: opening a board never waits for a search in the library. */
export function sqliteLog(db: Kysely<Tables>, writer: Link, reader: Link): LogStore {
  return {
    async append(entries, leases) {
      await writer.ask('append', { entries: entries.map(e => ({ ...e, update: alone(e.update) })), leases })
    },
    read: (docId, after, limit) => reader.ask('read', { docId, after, limit }),
    async head(docId) {
      const doc = await db.selectFrom('docs').select('head').where('id', '=', docId).executeTakeFirst()
      return doc?.head ?? 0
    },
    async keyframe(docId) {
      const found = await db.selectFrom('keyframes').selectAll().where('docId', '=', docId).executeTakeFirst()
      return found ?? null
    },
    async putKeyframe(keyframe) {
      const { docId, ...rest } = { ...keyframe, state: alone(keyframe.state) }
      await db
        .insertInto('keyframes')
        .values({ docId, ...rest })
        .onConflict(c => c.column('docId').doUpdateSet(rest).where('keyframes.seq', '<=', keyframe.seq))
        .execute()
    },
    leases: docId => db.selectFrom('leases').selectAll().where('docId', '=', docId).execute(),
    async docs(prefix) {
      const after = db.selectFrom('docs').select('id').where('id', '>=', prefix).where('id', '<', `${prefix}\u{10ffff}`)
      return (await after.orderBy('id').execute()).map(doc => doc.id)
    },
    async erase(docId) {
      await forget(writer, [
        db.deleteFrom('log').where('docId', '=', docId),
        db.deleteFrom('keyframes').where('docId', '=', docId),
        db.deleteFrom('leases').where('docId', '=', docId),
        db.deleteFrom('docs').where('id', '=', docId),
      ])
    },
  }
}

/** A view on a larger buffer would take all of that buffer to the worker. */
const alone = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice())
