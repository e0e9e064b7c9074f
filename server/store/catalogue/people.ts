import { type Kysely, sql } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { PeopleStore } from '../store.ts'
import type { Tables } from '../tables.ts'
import { mergePeople } from './merge-people.ts'

export function people(
  db: Kysely<Tables>,
  { atomically, forget }: { atomically: Atomically; forget: Atomically },
): PeopleStore {
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
    async anyAccount() {
      const found = db.selectFrom('people').select('id').where('email', 'is not', null).limit(1)
      return (await found.executeTakeFirst()) !== undefined
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
    async hasAccount(provider, personId) {
      const found = db
        .selectFrom('accounts')
        .select('subject')
        .where('provider', '=', provider)
        .where('personId', '=', personId)
      return (await found.executeTakeFirst()) !== undefined
    },
    async isGuest(id) {
      const found = db
        .selectFrom('people')
        .leftJoin('accounts', 'accounts.personId', 'people.id')
        .select('people.id')
        .where('people.id', '=', id)
        .where('people.email', 'is', null)
        .where('accounts.personId', 'is', null)
      return (await found.executeTakeFirst()) !== undefined
    },
    forget: (id, name) =>
      forget([
        db.updateTable('people').set({ name, email: null, passwordHash: null }).where('id', '=', id),
        db.deleteFrom('accounts').where('personId', '=', id),
        db.deleteFrom('tokens').where('personId', '=', id),
        db.deleteFrom('factors').where('personId', '=', id),
        db.deleteFrom('recoveryCodes').where('personId', '=', id),
        db.deleteFrom('passkeys').where('personId', '=', id),
      ]),
    merge: (from, into) => atomically(mergePeople(db, from, into)),
    async linkAccount(provider, subject, personId) {
      await db.insertInto('accounts').values({ provider, subject, personId }).execute()
    },
  }
}
