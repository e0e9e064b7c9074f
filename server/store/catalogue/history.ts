import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { HistoryStore } from '../history-store.ts'
import type { Tables } from '../tables.ts'

/** `forget` writes over what was there, on the disk too. */
export function history(db: Kysely<Tables>, forget: Atomically): HistoryStore {
  return {
    async recording(boardId) {
      const found = await db.selectFrom('recordings').selectAll().where('boardId', '=', boardId).executeTakeFirst()
      return found ?? null
    },
    async putRecording(recording) {
      const { boardId, ...rest } = recording
      await db
        .insertInto('recordings')
        .values(recording)
        .onConflict(c => c.column('boardId').doUpdateSet(rest).where('recordings.seq', '<=', recording.seq))
        .execute()
    },
    async dropRecording(boardId) {
      await db.deleteFrom('recordings').where('boardId', '=', boardId).execute()
    },
    async keepName(name) {
      const last = await db
        .selectFrom('boardNames')
        .select('name')
        .where('boardId', '=', name.boardId)
        .where('personId', '=', name.personId)
        .orderBy('since', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (last?.name === name.name) return
      await db
        .insertInto('boardNames')
        .values(name)
        .onConflict(c => c.columns(['boardId', 'personId', 'since']).doUpdateSet({ name: name.name }))
        .execute()
    },
    names: boardId => db.selectFrom('boardNames').selectAll().where('boardId', '=', boardId).orderBy('since').execute(),
    pseudonyms: workspaceId =>
      db.selectFrom('pseudonyms').select(['personId', 'name']).where('workspaceId', '=', workspaceId).execute(),
    eraseName(workspaceId, personId, name, { everywhere }) {
      const owned = db.selectFrom('boards').select('id').where('workspaceId', '=', workspaceId)
      return forget([
        // The pseudonym first: a person who joins meanwhile already gets it.
        db
          .insertInto('pseudonyms')
          .values({ workspaceId, personId, name })
          .onConflict(c => c.columns(['workspaceId', 'personId']).doUpdateSet({ name })),
        db.updateTable('boardNames').set({ name }).where('personId', '=', personId).where('boardId', 'in', owned),
        ...(everywhere ? [db.updateTable('people').set({ name }).where('id', '=', personId)] : []),
      ])
    },
    async createShare(share) {
      await db.insertInto('replayShares').values(share).execute()
    },
    shares: boardId =>
      db
        .selectFrom('replayShares')
        .selectAll()
        .where('boardId', '=', boardId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    async openShares(boardId, now) {
      const { n } = await db
        .selectFrom('replayShares')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .where('boardId', '=', boardId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .executeTakeFirstOrThrow()
      return Number(n)
    },
    async shareByHash(tokenHash) {
      const found = db.selectFrom('replayShares').selectAll().where('tokenHash', '=', tokenHash)
      return (await found.executeTakeFirst()) ?? null
    },
    async revokeShare(boardId, id, now) {
      await db
        .updateTable('replayShares')
        .set({ revokedAt: now })
        .where('boardId', '=', boardId)
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .execute()
    },
  }
}
