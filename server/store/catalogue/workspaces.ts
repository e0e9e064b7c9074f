import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { WorkspaceStore } from '../store.ts'
import type { Tables } from '../tables.ts'

export function workspaces(db: Kysely<Tables>, atomically: Atomically): WorkspaceStore {
  return {
    create: (workspace, ownerId) =>
      atomically([
        db.insertInto('workspaces').values(workspace),
        db.insertInto('members').values({ workspaceId: workspace.id, personId: ownerId, role: 'owner' }),
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
        .selectAll()
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
        .values(member)
        .onConflict(c => c.columns(['workspaceId', 'personId']).doUpdateSet({ role: member.role }))
        .execute()
    },
    async removeMember(workspaceId, personId) {
      await db.deleteFrom('members').where('workspaceId', '=', workspaceId).where('personId', '=', personId).execute()
    },
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
