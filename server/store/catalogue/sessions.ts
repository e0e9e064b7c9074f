import type { ExpressionBuilder, Kysely } from 'kysely'
import type { SessionRecord, SessionStore } from '../store.ts'
import type { Tables } from '../tables.ts'

export function sessions(db: Kysely<Tables>): SessionStore {
  const selected = db.selectFrom('sessions').selectAll()
  return {
    async create({ lobby, ...session }) {
      await db
        .insertInto('sessions')
        .values({ ...session, lobby: lobby ? 1 : 0 })
        .execute()
    },
    async get(id) {
      const row = await selected.where('id', '=', id).executeTakeFirst()
      return row ? toSession(row) : null
    },
    async ofBoard(boardId) {
      const rows = await selected.where('boardId', '=', boardId).orderBy('createdAt').orderBy('id').execute()
      return rows.map(toSession)
    },
    async ofBoards(boardIds) {
      if (boardIds.length === 0) return []
      const rows = await selected.where('boardId', 'in', boardIds).orderBy('createdAt').orderBy('id').execute()
      return rows.map(toSession)
    },
    async byShortCode(code) {
      const row = await selected.where('shortCode', '=', code).executeTakeFirst()
      return row ? toSession(row) : null
    },
    async update(id, { lobby, ...change }) {
      const set = lobby === undefined ? change : { ...change, lobby: lobby ? 1 : 0 }
      if (Object.keys(set).length === 0) return
      await db.updateTable('sessions').set(set).where('id', '=', id).execute()
    },
    async participant(sessionId, personId) {
      const found = db
        .selectFrom('participants')
        .selectAll()
        .where('sessionId', '=', sessionId)
        .where('personId', '=', personId)
      return (await found.executeTakeFirst()) ?? null
    },
    async participations(personId, sessionIds) {
      if (sessionIds.length === 0) return []
      const found = db.selectFrom('participants').selectAll().where('sessionId', 'in', sessionIds)
      return found.where('personId', '=', personId).execute()
    },
    async participants(sessionId) {
      const rows = await db
        .selectFrom('participants')
        .innerJoin('people', 'people.id', 'participants.personId')
        .selectAll('participants')
        .select(eb => [
          'people.name',
          'people.email',
          eb
            .selectFrom('accounts')
            .select(({ fn }) => fn.countAll().as('count'))
            .whereRef('accounts.personId', '=', 'people.id')
            .as('accounts'),
        ])
        .where('sessionId', '=', sessionId)
        .orderBy('joinedAt')
        .orderBy('people.id')
        .execute()
      return rows.map(({ email, accounts, ...participant }) => ({
        ...participant,
        guest: email === null && Number(accounts) === 0,
      }))
    },
    async setParticipant(participant) {
      const { sessionId: _, personId: __, ...set } = participant
      await db
        .insertInto('participants')
        .values(participant)
        .onConflict(c => c.columns(['sessionId', 'personId']).doUpdateSet(set))
        .execute()
    },
    async guestsUntil(workspaceId, before) {
      const rows = await db
        .selectFrom('participants')
        .innerJoin('sessions', 'sessions.id', 'participants.sessionId')
        .innerJoin('boards', 'boards.id', 'sessions.boardId')
        .innerJoin('people', 'people.id', 'participants.personId')
        .leftJoin('accounts', 'accounts.personId', 'people.id')
        .leftJoin('members', 'members.personId', 'people.id')
        .leftJoin('pseudonyms', join =>
          join
            .onRef('pseudonyms.personId', '=', 'people.id')
            .onRef('pseudonyms.workspaceId', '=', 'boards.workspaceId'),
        )
        .select('participants.personId')
        .where('boards.workspaceId', '=', workspaceId)
        .where('people.email', 'is', null)
        .where('accounts.personId', 'is', null)
        .where('members.personId', 'is', null)
        .where('pseudonyms.personId', 'is', null)
        .groupBy('participants.personId')
        // A session that has not ended counts as one that ends in the far future.
        .having(eb => eb.fn.max(eb.fn.coalesce('sessions.endedAt', eb.lit(8_640_000_000_000_000))), '<', before)
        .execute()
      return rows.map(row => row.personId)
    },
    async createInvite(invite) {
      await db.insertInto('invites').values(invite).execute()
    },
    async invite(id) {
      return (await db.selectFrom('invites').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    },
    invites: sessionId =>
      db
        .selectFrom('invites')
        .selectAll()
        .where('sessionId', '=', sessionId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    async openInvites(boardId, now) {
      const { n } = await db
        .selectFrom('invites')
        .innerJoin('sessions', 'sessions.id', 'invites.sessionId')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .where('sessions.boardId', '=', boardId)
        .where('sessions.status', '!=', 'ended')
        .where(eb => mayBeUsed(eb, now))
        .executeTakeFirstOrThrow()
      return Number(n)
    },
    async inviteByHash(tokenHash) {
      const found = db.selectFrom('invites').selectAll().where('tokenHash', '=', tokenHash)
      return (await found.executeTakeFirst()) ?? null
    },
    async useInvite(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('invites')
        .set(eb => ({ uses: eb('uses', '+', 1) }))
        .where('id', '=', id)
        .where(eb => mayBeUsed(eb, now))
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },
    async revokeInvite(id, now) {
      await db
        .updateTable('invites')
        .set({ revokedAt: now })
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .execute()
    },
  }
}

/** Neither revoked, nor expired, nor used up. */
const mayBeUsed = (eb: ExpressionBuilder<Tables, 'invites'>, now: number) =>
  eb.and([
    eb('invites.revokedAt', 'is', null),
    eb.or([eb('invites.expiresAt', 'is', null), eb('invites.expiresAt', '>', now)]),
    eb.or([eb('invites.maxUses', 'is', null), eb('invites.uses', '<', eb.ref('invites.maxUses'))]),
  ])

const toSession = (row: Tables['sessions']): SessionRecord => ({ ...row, lobby: row.lobby === 1 })
