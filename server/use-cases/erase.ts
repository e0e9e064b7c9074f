import type { Access } from '#server/base/access.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import type { Running } from '#server/base/runtime.ts'
import { guestDays } from './settings.ts'

/**
 * Erases a person's name from the history of a workspace, for good: a pseudonym replaces it everywhere. Their changes
 * stay theirs, so that the replay still shows which changes are by the same person.
 */
export async function eraseName(
  { store, hub }: Pick<Running, 'store' | 'hub'>,
  { board, actor }: Access,
  personId: string,
): Promise<string> {
  if (personId === actor.personId)
    throw conflict('Your own name is what the others know you by; ask another facilitator.')
  if (await store.workspaces.member(board.workspaceId, personId))
    throw conflict('Members of the workspace keep their name. Remove them from the workspace first.')
  if (!(await wasOn(store, board.id, personId))) throw notFound()
  const pseudonym = await pseudonymise({ store }, board.workspaceId, personId)
  await hub.boardChanged(board.id)
  return pseudonym
}

/** Puts a pseudonym in the place of a person's name everywhere in a workspace's history; returns it. */
export async function pseudonymise(
  { store }: Pick<Running, 'store'>,
  workspaceId: string,
  personId: string,
): Promise<string> {
  const pseudonyms = await store.history.pseudonyms(workspaceId)
  const known = pseudonyms.find(each => each.personId === personId)
  const pseudonym = known?.name ?? `Former participant ${pseudonyms.length + 1}`
  const everywhere = await knownHereAlone(store, personId, workspaceId)
  await store.history.eraseName(workspaceId, personId, pseudonym, { everywhere })
  return pseudonym
}

/** Erases the names of guests from workspaces that keep them only for a time; returns of how many. */
export async function eraseOldGuests({ store }: Pick<Running, 'store'>, now: number): Promise<number> {
  let erased = 0
  for (const { workspaceId, days } of await guestDays({ store }))
    for (const personId of await store.sessions.guestsUntil(workspaceId, now - days * 24 * 3_600_000)) {
      await pseudonymise({ store }, workspaceId, personId)
      erased += 1
    }
  return erased
}

/**
 * Whether a person is a guest of this workspace and of no other. Everybody else keeps their name: an erasure in one
 * workspace must not touch another, nor a person with an account (an OIDC account may have no email).
 */
async function knownHereAlone(store: Running['store'], personId: string, workspaceId: string): Promise<boolean> {
  const person = await store.people.get(personId)
  if (!person || !(await store.people.isGuest(personId)) || (await store.workspaces.ofPerson(personId)).length > 0)
    return false
  const boards = await store.boards.list({ workspaceIds: [], participantId: personId, limit: 500, offset: 0 })
  return boards.every(board => board.workspaceId === workspaceId)
}

async function wasOn(store: Running['store'], boardId: string, personId: string): Promise<boolean> {
  const [leases, names] = await Promise.all([store.log.leases(boardId), store.history.names(boardId)])
  return [...leases, ...names].some(each => each.personId === personId)
}
