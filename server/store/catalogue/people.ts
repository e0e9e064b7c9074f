import { type Kysely, sql } from 'kysely'
import type { PeopleStore } from '../store.ts'
import type { Tables } from '../tables.ts'

export function people(db: Kysely<Tables>): PeopleStore {
  return {
    async create(person) {
      await db.insertInto('people').values(person).execute()
    },
    async get(id) {
      return (await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    },
    async many(ids) {
      if (ids.length === 0) return []
      return db.selectFrom('people').selectAll().where('id', 'in', ids).execute()
    },
    async byEmail(email) {
      const found = db.selectFrom('people').selectAll().where(sql`lower("email")`, '=', sql`lower(${email})`)
      return (await found.executeTakeFirst()) ?? null
    },
    accounts: () => db.selectFrom('people').selectAll().where('email', 'is not', null).orderBy('email').execute(),
    async rename(id, name) {
      await db.updateTable('people').set({ name }).where('id', '=', id).execute()
    },
    async byAccount(provider, subject) {
      const found = db
        .selectFrom('people')
        .innerJoin('accounts', 'accounts.personId', 'people.id')
        .selectAll('people')
        .where('provider', '=', provider)
        .where('subject', '=', subject)
      return (await found.executeTakeFirst()) ?? null
    },
    async setPassword(id, passwordHash) {
      await db.updateTable('people').set({ passwordHash }).where('id', '=', id).execute()
    },
    async linkAccount(provider, subject, personId) {
      await db.insertInto('accounts').values({ provider, subject, personId }).execute()
    },
  }
}
