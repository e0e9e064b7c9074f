import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { TokenStore } from '../token-store.ts'

export function tokens(db: Kysely<Tables>): TokenStore {
  const get: TokenStore['get'] = async (kind, hash, now) => {
    const found = db
      .selectFrom('tokens')
      .selectAll()
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .where('expiresAt', '>', now)
    return (await found.executeTakeFirst()) ?? null
  }
  return {
    async put(token) {
      await db.deleteFrom('tokens').where('expiresAt', '<=', token.createdAt).execute()
      await db.insertInto('tokens').values(token).execute()
    },
    get,
    async take(kind, hash, now) {
      const token = await get(kind, hash, now)
      if (!token) return null
      const { numDeletedRows } = await db.deleteFrom('tokens').where('hash', '=', hash).executeTakeFirstOrThrow()
      return numDeletedRows === 1n ? token : null
    },
    async forget(kind, personId) {
      await db.deleteFrom('tokens').where('kind', '=', kind).where('personId', '=', personId).execute()
    },
  }
}
