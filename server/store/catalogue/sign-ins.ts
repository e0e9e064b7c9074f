import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { SignInStore } from '../sign-in-store.ts'
import type { Tables } from '../tables.ts'

const listed = 100

export function signIns(db: Kysely<Tables>, atomically: Atomically): SignInStore {
  return {
    async standing({ id, personId, madeAt }) {
      const found = await db
        .selectNoFrom(eb => [
          eb.selectFrom('signOuts').select('until').where('signIn', '=', id).as('endedUntil'),
          eb.selectFrom('signInCuts').select('from').where('personId', '=', personId).as('from'),
          eb.selectFrom('signInCuts').select('keep').where('personId', '=', personId).as('keep'),
          eb.selectFrom('disabledPeople').select('since').where('personId', '=', personId).as('disabled'),
          eb.selectFrom('signIns').select('usedAt').where('id', '=', id).as('usedAt'),
        ])
        .executeTakeFirstOrThrow()
      const cut = found.from !== null && madeAt < found.from && found.keep !== id
      return { over: found.endedUntil !== null || found.disabled !== null || cut, usedAt: found.usedAt }
    },
    async note(signIn) {
      const { usedAt, device } = signIn
      await atomically([
        db.deleteFrom('signIns').where('until', '<', usedAt),
        db
          .insertInto('signIns')
          .values(signIn)
          .onConflict(c => c.column('id').doUpdateSet({ usedAt, device })),
      ])
    },
    ofPerson: (personId, now) =>
      db
        .selectFrom('signIns')
        .leftJoin('signInCuts', 'signInCuts.personId', 'signIns.personId')
        .leftJoin('signOuts', 'signOuts.signIn', 'signIns.id')
        .selectAll('signIns')
        .where('signIns.personId', '=', personId)
        .where('signIns.until', '>', now)
        .where('signOuts.signIn', 'is', null)
        .where(eb =>
          eb.or([
            eb('signInCuts.from', 'is', null),
            eb('signIns.madeAt', '>=', eb.ref('signInCuts.from')),
            eb('signIns.id', '=', eb.ref('signInCuts.keep')),
          ]),
        )
        .orderBy('signIns.usedAt', 'desc')
        .orderBy('signIns.id')
        .limit(listed)
        .execute(),
    async end(id, until) {
      await atomically([
        db.deleteFrom('signOuts').where('until', '<', Date.now()),
        db.deleteFrom('signIns').where('id', '=', id),
        db
          .insertInto('signOuts')
          .values({ signIn: id, until })
          .onConflict(c => c.column('signIn').doNothing()),
      ])
    },
    async endOthers(personId, keep, from) {
      const others = db.deleteFrom('signIns').where('personId', '=', personId).where('madeAt', '<', from)
      await atomically([
        keep === null ? others : others.where('id', '!=', keep),
        db
          .insertInto('signInCuts')
          .values({ personId, keep, from })
          .onConflict(c => c.column('personId').doUpdateSet({ keep, from })),
      ])
    },
    async disable(personId, since) {
      await db
        .insertInto('disabledPeople')
        .values({ personId, since })
        .onConflict(c => c.column('personId').doNothing())
        .execute()
    },
    async enable(personId) {
      await db.deleteFrom('disabledPeople').where('personId', '=', personId).execute()
    },
    async isDisabled(personId) {
      const found = db.selectFrom('disabledPeople').select('since').where('personId', '=', personId)
      return (await found.executeTakeFirst()) !== undefined
    },
  }
}
