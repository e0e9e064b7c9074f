import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { BallotStore } from '../store.ts'
import type { Tables } from '../tables.ts'

/** `forget` deletes for good: a ballot must not be found on the disk later. */
export function ballots(db: Kysely<Tables>, forget: Atomically): BallotStore {
  return {
    async put({ voteId, personId, ...cast }) {
      await db
        .insertInto('ballots')
        .values({ voteId, personId, ...cast })
        .onConflict(c => c.columns(['voteId', 'personId']).doUpdateSet(cast))
        .execute()
    },
    async of(voteId, personId) {
      const found = db.selectFrom('ballots').selectAll().where('voteId', '=', voteId).where('personId', '=', personId)
      return (await found.executeTakeFirst()) ?? null
    },
    async all(voteId) {
      return db.selectFrom('ballots').selectAll().where('voteId', '=', voteId).execute()
    },
    async countPlaced(voteId, dots) {
      const counted = await db
        .selectFrom('ballots')
        .select(eb => eb.fn.countAll<number | string>().as('people'))
        .where('voteId', '=', voteId)
        .where('placed', '>=', dots)
        .executeTakeFirst()
      return Number(counted?.people ?? 0)
    },
    erase: voteId => forget([db.deleteFrom('ballots').where('voteId', '=', voteId)]),
    async keepTally(tally) {
      await db
        .insertInto('tallies')
        .values(tally)
        .onConflict(c => c.column('voteId').doUpdateSet({ json: tally.json }))
        .execute()
    },
    async tally(voteId) {
      return (await db.selectFrom('tallies').selectAll().where('voteId', '=', voteId).executeTakeFirst()) ?? null
    },
    dropTally: voteId => forget([db.deleteFrom('tallies').where('voteId', '=', voteId)]),
  }
}
