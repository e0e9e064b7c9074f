import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { BoardRecord, BoardStore } from '../store.ts'
import type { BoardRow, Tables } from '../tables.ts'

/** `forget` deletes for good. */
export function boards(db: Kysely<Tables>, forget: Atomically): BoardStore {
  return {
    async create(board) {
      await db
        .insertInto('boards')
        .values({ ...board, tags: JSON.stringify(board.tags) })
        .execute()
    },
    async count(workspaceId) {
      const { n } = await db
        .selectFrom('boards')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .where('workspaceId', '=', workspaceId)
        .where('deletedAt', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(n)
    },
    async get(id) {
      const row = await db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? boardOfRow(row) : null
    },
    async list({ workspaceIds, without = [], participantId, finished, limit, offset }) {
      let query = db
        .selectFrom('boards')
        .selectAll()
        .where('deletedAt', 'is', null)
        .where(eb => {
          const owned = workspaceIds.length > 0 ? [eb('workspaceId', 'in', workspaceIds)] : []
          if (participantId === undefined) return eb.or(owned)
          const takesPart = db
            .selectFrom('sessions')
            .innerJoin('participants', 'participants.sessionId', 'sessions.id')
            .select('sessions.boardId')
            .where('participants.personId', '=', participantId)
            .where('participants.status', '=', 'in')
          return eb.or([...owned, eb('id', 'in', takesPart)])
        })
      if (without.length > 0) query = query.where('workspaceId', 'not in', without)
      if (finished !== undefined) query = query.where('finishedAt', finished ? 'is not' : 'is', null)
      const rows = await query.orderBy('changedAt', 'desc').orderBy('id').limit(limit).offset(offset).execute()
      return rows.map(boardOfRow)
    },
    async series(workspaceId, seriesId) {
      const rows = await db
        .selectFrom('boards')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('seriesId', '=', seriesId)
        .where('deletedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute()
      return rows.map(boardOfRow)
    },
    async deleted(workspaceId) {
      const rows = await db
        .selectFrom('boards')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('deletedAt', 'is not', null)
        .orderBy('deletedAt', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(boardOfRow)
    },
    async deletedBefore(at) {
      const rows = await db.selectFrom('boards').select('id').where('deletedAt', '<', at).orderBy('deletedAt').execute()
      return rows.map(row => row.id)
    },
    // The rest refers to the board, or to a session of it, and goes with it.
    erase: id =>
      forget([db.deleteFrom('recordings').where('boardId', '=', id), db.deleteFrom('boards').where('id', '=', id)]),
    async update(id, { tags, ...change }) {
      const set = tags ? { ...change, tags: JSON.stringify(tags) } : change
      if (Object.keys(set).length === 0) return
      await db.updateTable('boards').set(set).where('id', '=', id).execute()
    },
  }
}

export const boardOfRow = (row: BoardRow): BoardRecord => ({ ...row, tags: JSON.parse(row.tags) as string[] })
