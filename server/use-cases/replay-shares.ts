import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import type { ReplayFacts } from '#lib/replay/facts.ts'
import type { Access } from '#server/base/access.ts'
import { AppError } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { doorOf } from '#server/http/invite-cookie.ts'
import type { ReplayShareRecord } from '../store/history-store.ts'
import type { BoardRecord, PersonRecord, SessionRecord } from '../store/store.ts'
import { hashToken, newToken } from './invites.ts'
import { demandRoom, quotas } from './quotas.ts'
import { replayFacts } from './replay.ts'

/** Links that show a session's replay to people who may not replay the board. */

/** A link as facilitators see it later, without its address, which is shown once when it is made. */
export const shareView = ({ id, sessionId, expiresAt, revokedAt, createdAt }: ReplayShareRecord) => ({
  id,
  sessionId,
  expiresAt,
  revokedAt,
  createdAt,
})

/**
 * Creates a link to the replay of the session that applies; on a board that never had a session, to the whole history.
 */
export async function createShare(
  { store, env }: Running,
  person: PersonRecord,
  { board, session }: Access,
  { expiresInHours }: ParsedBody<'POST /api/boards/[boardId]/replay/shares'>,
) {
  const token = newToken()
  const now = Date.now()
  demandRoom(
    await store.history.openShares(board.id, now),
    quotas.openShares,
    `This board’s replay has ${quotas.openShares} open links, as many as it can. Close some of them first.`,
  )
  const share: ReplayShareRecord = {
    id: newId(),
    boardId: board.id,
    sessionId: session?.id ?? null,
    tokenHash: hashToken(token),
    expiresAt: now + Math.round(expiresInHours * 3_600_000),
    revokedAt: null,
    createdBy: person.id,
    createdAt: now,
  }
  await store.history.createShare(share)
  return { ...shareView(share), token, url: `${env.publicUrl}/replay/${token}` }
}

interface SharedReplay {
  board: BoardRecord
  session: SessionRecord | null
  share: ReplayShareRecord
}

/** Returns what a token shows; throws with a sentence when it is not valid. */
export async function openShare({ store }: Running, address: string, token: string): Promise<SharedReplay> {
  limit('join', address)
  const share = await store.history.shareByHash(hashToken(token))
  const board = share && (await store.boards.get(share.boardId))
  if (!share || !board || board.deletedAt !== null)
    throw new AppError('no-such-replay', 'This link leads nowhere. Ask whoever sent it for a new one.')
  if (share.revokedAt !== null)
    throw new AppError('replay-revoked', 'The facilitator closed this link. Ask for a new one if you still need it.')
  if (share.expiresAt <= Date.now())
    throw new AppError(
      'replay-expired',
      'This link worked for a while and has run out. Ask the facilitator for a new one.',
    )
  return { board, session: share.sessionId === null ? null : await store.sessions.get(share.sessionId), share }
}

/** Returns the player's facts of a shared replay: the session's own people and authors, and no others. */
export async function sharedFacts(
  running: Running,
  { board, session }: SharedReplay,
  token: string,
): Promise<ReplayFacts> {
  const { store } = running
  const [facts, leases, taking] = await Promise.all([
    replayFacts(running, board),
    store.log.leases(board.id),
    session ? store.sessions.participants(session.id) : [],
  ])
  const known = new Set([...leases, ...taking].map(each => each.personId))
  return {
    ...facts,
    people: facts.people.filter(person => known.has(person.id)),
    sessions: facts.sessions.filter(each => each.id === session?.id),
    door: doorOf(token),
  }
}

/** Returns the rows of a shared replay: from the session's start to its end. */
export function sharedRows({ recordings }: Running, { board, session, share }: SharedReplay): Promise<Uint8Array> {
  const from = session ? (session.startedAt ?? session.createdAt) : 0
  const to = session ? (session.endedAt ?? Number.MAX_SAFE_INTEGER) : share.createdAt
  return recordings.excerpt(board.id, from, to)
}
