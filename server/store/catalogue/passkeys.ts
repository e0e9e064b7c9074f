import type { Kysely } from 'kysely'
import type { PasskeyStore } from '../passkey-store.ts'
import type { Tables } from '../tables.ts'

export function passkeys(db: Kysely<Tables>): PasskeyStore {
  return {
    async add(passkey) {
      await db.insertInto('passkeys').values(passkey).execute()
    },
    async get(id) {
      return (await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    },
    ofPerson: personId =>
      db
        .selectFrom('passkeys')
        .selectAll()
        .where('personId', '=', personId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    async used(id, counter, usedAt) {
      await db.updateTable('passkeys').set({ counter, usedAt }).where('id', '=', id).execute()
    },
    async remove(personId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('passkeys')
        .where('personId', '=', personId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
  }
}
