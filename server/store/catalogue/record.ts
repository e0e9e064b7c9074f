import type { Kysely } from 'kysely'
import type { RecordStore } from '../record-store.ts'
import type { Tables } from '../tables.ts'

export const record = (db: Kysely<Tables>): RecordStore => ({
  async add(act) {
    await db.insertInto('acts').values(act).execute()
  },
  read({ workspaceId, what, personId, from, to, limit, offset }) {
    let query = db.selectFrom('acts').selectAll().where('workspaceId', '=', workspaceId)
    if (what !== undefined) query = query.where('what', '=', what)
    if (personId !== undefined) query = query.where('personId', '=', personId)
    if (from !== undefined) query = query.where('at', '>=', from)
    if (to !== undefined) query = query.where('at', '<', to)
    return query.orderBy('at', 'desc').orderBy('id').limit(limit).offset(offset).execute()
  },
  async people(workspaceId) {
    const rows = await db
      .selectFrom('acts')
      .select('personId')
      .distinct()
      .where('workspaceId', '=', workspaceId)
      .where('personId', 'is not', null)
      .execute()
    return rows.flatMap(row => row.personId ?? [])
  },
})
