import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { MemberRecord, WorkspaceStore } from '../store.ts'
import type { Tables } from '../tables.ts'
import { memberInvites } from './member-invites.ts'

export function workspaces(
  db: Kysely<Tables>,
  { atomically, forget }: { atomically: Atomically; forget: Atomically },
): WorkspaceStore {
  return {
    create: (workspace, ownerId) =>
      atomically([
        db.insertInto('workspaces').values(workspace),
        db.insertInto('members').values({
          workspaceId: workspace.id,
          personId: ownerId,
          role: 'owner',
          joinedAt: workspace.createdAt,
          lastHere: null,
        }),
      ]),
    async get(id) {
      return (await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
    },
    ofPerson: personId =>
      db
        .selectFrom('workspaces')
        .innerJoin('members', 'members.workspaceId', 'workspaces.id')
        .selectAll('workspaces')
        .select('members.role')
        .where('members.personId', '=', personId)
        .orderBy('workspaces.createdAt')
        .orderBy('workspaces.id')
        .execute(),
    async member(workspaceId, personId) {
      const found = db
        .selectFrom('members')
        .select(['workspaceId', 'personId', 'role'])
        .where('workspaceId', '=', workspaceId)
        .where('personId', '=', personId)
      return (await found.executeTakeFirst()) ?? null
    },
    members: workspaceId =>
      db
        .selectFrom('members')
        .innerJoin('people', 'people.id', 'members.personId')
        .selectAll('members')
        .select(['people.name', 'people.email'])
        .where('members.workspaceId', '=', workspaceId)
        .orderBy('people.name')
        .orderBy('people.id')
        .execute(),
    async setMember(member) {
      await db
        .insertInto('members')
        .values({ ...member, joinedAt: Date.now(), lastHere: null })
        .onConflict(c => c.columns(['workspaceId', 'personId']).doUpdateSet({ role: member.role }))
        .execute()
    },
    removeMember(workspaceId, personId, now) {
      const sessionsThere = db
        .selectFrom('sessions')
        .innerJoin('boards', 'boards.id', 'sessions.boardId')
        .select('sessions.id')
        .where('boards.workspaceId', '=', workspaceId)
      return atomically([
        db.deleteFrom('members').where('workspaceId', '=', workspaceId).where('personId', '=', personId),
        db
          .updateTable('participants')
          .set({ status: 'removed' })
          .where('personId', '=', personId)
          .where('sessionId', 'in', sessionsThere),
        db
          .updateTable('invites')
          .set({ revokedAt: now })
          .where('createdBy', '=', personId)
          .where('sessionId', 'in', sessionsThere)
          .where('revokedAt', 'is', null),
        db
          .updateTable('memberInvites')
          .set({ revokedAt: now })
          .where('createdBy', '=', personId)
          .where('workspaceId', '=', workspaceId)
          .where('revokedAt', 'is', null),
      ])
    },
    handOver(workspaceId, from, to) {
      const become = (personId: string, role: MemberRecord['role']) =>
        db.updateTable('members').set({ role }).where('workspaceId', '=', workspaceId).where('personId', '=', personId)
      return atomically([become(from, 'facilitator'), become(to, 'owner')])
    },
    async rename(id, name) {
      await db.updateTable('workspaces').set({ name }).where('id', '=', id).execute()
    },
    erase: id => forget([db.deleteFrom('workspaces').where('id', '=', id)]),
    async sawMember(workspaceId, personId, at) {
      await db
        .updateTable('members')
        .set({ lastHere: at })
        .where('workspaceId', '=', workspaceId)
        .where('personId', '=', personId)
        .execute()
    },
    ...memberInvites(db),
    async putItem(item) {
      const { name, json } = item
      await db
        .insertInto('workspaceItems')
        .values(item)
        .onConflict(c => c.columns(['workspaceId', 'kind', 'id']).doUpdateSet({ name, json }))
        .execute()
    },
    items: (workspaceId, kind) =>
      db
        .selectFrom('workspaceItems')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('kind', '=', kind)
        .orderBy('name')
        .orderBy('id')
        .execute(),
    itemsOfKind: kind => db.selectFrom('workspaceItems').selectAll().where('kind', '=', kind).execute(),
    async removeItem(workspaceId, kind, id) {
      const { numDeletedRows } = await db
        .deleteFrom('workspaceItems')
        .where('workspaceId', '=', workspaceId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
  }
}
