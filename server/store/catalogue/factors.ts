import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { FactorStore } from '../factor-store.ts'
import type { Tables } from '../tables.ts'

export function factors(db: Kysely<Tables>, atomically: Atomically): FactorStore {
  const newCodes = (personId: string, codes: readonly string[]) => [
    db.deleteFrom('recoveryCodes').where('personId', '=', personId),
    ...(codes.length > 0 ? [db.insertInto('recoveryCodes').values(codes.map(hash => ({ personId, hash })))] : []),
  ]
  return {
    async get(personId) {
      return (await db.selectFrom('factors').selectAll().where('personId', '=', personId).executeTakeFirst()) ?? null
    },
    async begin(factor) {
      const { secret, createdAt, lastStep } = factor
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('factors')
        .values(factor)
        .onConflict(c =>
          c.column('personId').doUpdateSet({ secret, createdAt, lastStep }).where('factors.confirmedAt', 'is', null),
        )
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
    confirm: (personId, confirmedAt, codes) =>
      atomically([
        db.updateTable('factors').set({ confirmedAt }).where('personId', '=', personId),
        ...newCodes(personId, codes),
      ]),
    async useStep(personId, step) {
      const { numUpdatedRows } = await db
        .updateTable('factors')
        .set({ lastStep: step })
        .where('personId', '=', personId)
        .where('lastStep', '<', step)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },
    async useCode(personId, hash) {
      const { numDeletedRows } = await db
        .deleteFrom('recoveryCodes')
        .where('personId', '=', personId)
        .where('hash', '=', hash)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
    setCodes: (personId, codes) => atomically(newCodes(personId, codes)),
    async codesLeft(personId) {
      const found = await db
        .selectFrom('recoveryCodes')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow()
      return Number(found.count)
    },
    remove: personId =>
      atomically([
        db.deleteFrom('factors').where('personId', '=', personId),
        db.deleteFrom('recoveryCodes').where('personId', '=', personId),
      ]),
  }
}
