import type { Kysely } from 'kysely'
import type { BallotStore } from '../store.ts'
import type { Tables } from '../tables.ts'

export function ballots(db: Kysely<Tables>): BallotStore {
  return {
    async put(ballot) {
      await db
        .insertInto('ballots')
        .values(ballot)
        .onConflict(c => c.columns(['voteId', 'personId']).doUpdateSet({ json: ballot.json }))
        .execute()
    },
    async of(voteId, personId) {
      const found = db.selectFrom('ballots').selectAll().where('voteId', '=', voteId).where('personId', '=', personId)
      return (await found.executeTakeFirst()) ?? null
    },
    async all(voteId) {
      return db.selectFrom('ballots').selectAll().where('voteId', '=', voteId).execute()
    },
    async erase(voteId) {
      await db.deleteFrom('ballots').where('voteId', '=', voteId).execute()
    },
  }
}
