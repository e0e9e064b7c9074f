import { randomInt } from 'node:crypto'
import { type AgendaItem, readAgenda } from '#lib/facilitation/define.ts'
import { withAgenda } from '#lib/facilitation/stage.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { type Access, currentSession, demand, may } from '#server/base/access.ts'
import { conflict } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { inTurn } from '#server/base/in-turn.ts'
import type { Running } from '#server/base/runtime.ts'
import { beginStage, leaveStage, setStage, stageOf } from '#server/base/stage.ts'
import type { PersonRecord, SessionRecord } from '../store/store.ts'
import { demandRoom, quotas } from './quotas.ts'

const agendaOf = (session: SessionRecord): AgendaItem[] => readAgenda(JSON.parse(session.agenda)).items

/** A session as a person may see it: its short code lets people in, so only those who may invite get it. */
export const sessionView = (session: SessionRecord, access: Access) => ({
  id: session.id,
  boardId: session.boardId,
  title: session.title,
  status: session.status,
  plannedFor: session.plannedFor,
  startedAt: session.startedAt,
  endedAt: session.endedAt,
  lobby: session.lobby,
  agenda: agendaOf(session),
  shortCode: may(access, 'session.invite') ? session.shortCode : null,
})

/** Plans a session on a board; the person who plans it becomes its facilitator. */
export async function planSession(
  running: Running,
  person: PersonRecord,
  { board }: Pick<Access, 'board'>,
  input: ParsedBody<'POST /api/boards/[boardId]/sessions'>,
): Promise<SessionRecord> {
  const { store, hub } = running
  const all = await store.sessions.ofBoard(board.id)
  demandRoom(
    all.length,
    quotas.sessions,
    `This board has had ${quotas.sessions} sessions, as many as it can. Duplicate it and go on with the copy.`,
  )
  const before = currentSession(all)
  const items = input.agenda ?? (await hub.read(board.id, doc => stageOf(doc).agenda))
  const session: SessionRecord = {
    id: newId(),
    boardId: board.id,
    title: input.title,
    status: 'planned',
    plannedFor: input.plannedFor ?? null,
    startedAt: null,
    endedAt: null,
    agenda: JSON.stringify(items),
    lobby: input.lobby,
    shortCode: null,
    createdBy: person.id,
    createdAt: Math.max(Date.now(), (before?.createdAt ?? 0) + 1),
  }
  if (input.open && before?.status === 'open') throw alreadyOpen(before)
  await store.sessions.create(session)
  await store.sessions.setParticipant({
    sessionId: session.id,
    personId: person.id,
    role: 'facilitator',
    status: 'in',
    joinedAt: session.createdAt,
    inviteId: null,
  })
  if (input.open) return openSession(running, person, session)
  if (before?.status !== 'open') await showAgenda(running, person, session, items)
  await hub.boardChanged(board.id)
  return session
}

/** Copies the agenda of the session that applies onto the board. */
const showAgenda = ({ hub }: Running, person: PersonRecord, { boardId }: SessionRecord, items: AgendaItem[]) =>
  hub.write(boardId, 'agenda.set', person.id, doc => setStage(doc, withAgenda(stageOf(doc), items)))

export async function changeSession(
  running: Running,
  person: PersonRecord,
  access: Access,
  session: SessionRecord,
  { status, ...input }: ParsedBody<'PATCH /api/sessions/[sessionId]'>,
): Promise<SessionRecord> {
  const { store, hub } = running
  if (status !== undefined) demand(access, 'session.open')
  if (session.status === 'ended') throw conflict('This session has ended; plan a new one.')
  const change: Partial<SessionRecord> = {}
  if (input.title !== undefined) change.title = input.title
  if (input.plannedFor !== undefined) change.plannedFor = input.plannedFor
  if (input.lobby !== undefined) change.lobby = input.lobby
  if (input.agenda !== undefined) change.agenda = JSON.stringify(input.agenda)
  if (Object.keys(change).length > 0) await store.sessions.update(session.id, change)
  const changed = { ...session, ...change }
  if (status === 'open' && session.status === 'planned') return openSession(running, person, changed)
  if (status === 'ended') return endSession(running, person, changed)
  if (input.agenda && access.session?.id === session.id) await showAgenda(running, person, session, input.agenda)
  await hub.boardChanged(session.boardId)
  return changed
}

const alreadyOpen = (open: SessionRecord) =>
  conflict(`The session “${open.title}” is open on this board. End it before another one opens.`)

/** Opens a planned session: its short code works from now on, its agenda is on the stage, its roles apply. */
function openSession(
  { store, hub }: Pick<Running, 'store' | 'hub'>,
  person: PersonRecord,
  session: SessionRecord,
): Promise<SessionRecord> {
  const { id, boardId } = session
  return inTurn(`open ${boardId}`, async () => {
    const other = (await store.sessions.ofBoard(boardId)).find(s => s.status === 'open')
    if (other) throw alreadyOpen(other)
    const change = { status: 'open' as const, startedAt: Date.now(), shortCode: await freshCode({ store }) }
    await hub.write(boardId, 'session.open', person.id, doc => beginStage(doc, id, agendaOf(session), Date.now()))
    await store.sessions.update(id, change)
    await hub.boardChanged(boardId)
    return { ...session, ...change }
  })
}

/**
 * Ends a session for good: its short code is freed, contributors can change nothing more, and a planned session becomes
 * the next.
 */
export async function endSession(
  running: Running,
  person: PersonRecord,
  session: SessionRecord,
): Promise<SessionRecord> {
  const { store, hub } = running
  const change = { status: 'ended' as const, endedAt: Date.now(), shortCode: null }
  await store.sessions.update(session.id, change)
  if (session.status === 'open') await hub.write(session.boardId, 'session.end', person.id, leaveStage)
  const next = currentSession(await store.sessions.ofBoard(session.boardId))
  if (next?.status === 'planned') await showAgenda(running, person, next, agendaOf(next))
  await hub.boardChanged(session.boardId)
  return { ...session, ...change }
}

/** Letters and digits that cannot be confused when read aloud or from a projector. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short code that no running session has. */
export async function freshCode({ store }: Pick<Running, 'store'>): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
    if (!(await store.sessions.byShortCode(code))) return code
  }
}

/** Normalises a typed short code: any case, with spaces or dashes. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
