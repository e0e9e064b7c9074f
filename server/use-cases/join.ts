import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { currentSession } from '#server/base/access.ts'
import { AppError, badRequest, forbidden, tooMany } from '#server/base/errors.ts'
import { isPassword } from '#server/base/password.ts'
import { count, isMet, limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { rememberRight, wasRight } from '#server/base/was-right.ts'
import type {
  BoardRecord,
  InviteRecord,
  ParticipantRecord,
  PersonRecord,
  SessionRecord,
  Store,
} from '../store/store.ts'
import { brandOf } from './brand.ts'
import { hashToken } from './invites.ts'
import { setParticipant, tellLobby } from './participants.ts'
import { addGuest } from './people.ts'
import { readCode } from './sessions.ts'

/** What a link or a short code opens. */
interface Door {
  board: BoardRecord
  session: SessionRecord
  /** null for a short code. */
  invite: InviteRecord | null
}

const noSuchLink = () => new AppError('no-such-invite', 'This link leads nowhere. Ask whoever sent it for a new one.')
const noSuchCode = () => new AppError('no-such-code', 'No session has this code right now. Check the letters.')

async function findDoor(store: Store, address: string, input: ParsedBody<'POST /api/join/look'>): Promise<Door> {
  limit('join', address)
  const { invite, session } = input.token
    ? await byToken(store, input.token)
    : await byCode(store, address, input.code ?? '')
  const board = await store.boards.get(session.boardId)
  if (!board || board.deletedAt !== null) throw invite ? noSuchLink() : noSuchCode()
  return { board, session, invite }
}

async function byToken(store: Store, token: string) {
  const invite = await store.sessions.inviteByHash(hashToken(token))
  const session = invite && (await store.sessions.get(invite.sessionId))
  if (!session) throw noSuchLink()
  return { invite, session }
}

/**
 * A code that was right from an address goes on being right for it, whatever is typed there: one person who guesses
 * keeps nobody else of the same room out. While there are many wrong ones from everywhere, every address still has its
 * first few.
 */
async function byCode(store: Store, address: string, typed: string) {
  const code = readCode(typed)
  if (!wasRight('code', `${code} ${address}`)) {
    if (isMet('wrongCode', address)) throw tooMany()
    if (isMet('wrongCodeByAll', '') && isMet('firstWrongCodes', address)) throw tooMany()
  }
  const session = await store.sessions.byShortCode(code)
  if (session?.status === 'open') {
    rememberRight('code', `${code} ${address}`)
    return { invite: null, session }
  }
  count('wrongCode', address)
  count('firstWrongCodes', address)
  count('wrongCodeByAll', '')
  throw noSuchCode()
}

/**
 * Returns what a join page shows before anybody joins; throws whatever joining would throw, apart from name and
 * password.
 */
export async function lookAtDoor(
  { store }: Pick<Running, 'store'>,
  person: PersonRecord | null,
  address: string,
  input: ParsedBody<'POST /api/join/look'>,
) {
  const door = await findDoor(store, address, input)
  const known = person && (await store.sessions.participant(door.session.id, person.id))
  if (!known) checkOpen(door, Date.now())
  return {
    board: { title: door.board.title },
    workspace: await brandOf({ store }, door.board.workspaceId),
    session: { title: door.session.title, status: door.session.status, plannedFor: door.session.plannedFor },
    role: known?.role ?? door.invite?.role ?? ('contributor' as const),
    needsPassword: !known && door.invite?.passwordHash != null,
    lobby: door.session.lobby,
    you: person && { name: person.name, status: known?.status ?? null },
  }
}

/** Throws the reason why nobody new can join by this link or code. */
function checkOpen({ board, session, invite }: Door, now: number): void {
  if (session.status === 'ended' || board.finishedAt !== null)
    throw new AppError('session-ended', 'This session has ended. Ask the facilitator whether there is another one.')
  if (!invite) return
  if (invite.revokedAt !== null)
    throw new AppError('invite-revoked', 'This link was closed. Ask the facilitator for a new one.')
  if (invite.expiresAt !== null && invite.expiresAt <= now)
    throw new AppError('invite-expired', 'This link has expired. Ask the facilitator for a new one.')
  if (invite.maxUses !== null && invite.uses >= invite.maxUses)
    throw new AppError('invite-used-up', 'This link was used as often as it may be. Ask the facilitator for a new one.')
}

async function checkPassword(address: string, { invite }: Door, password: string | undefined): Promise<void> {
  if (!invite?.passwordHash) return
  if (password === undefined) throw new AppError('password-needed', 'This link asks for a password.')
  limit('invitePassword', `${invite.id} ${address}`)
  if (!(await isPassword(password, invite.passwordHash, [address, invite.id])))
    throw new AppError('password-wrong', 'This is not the password of this link.')
}

export interface Joined {
  person: PersonRecord
  board: BoardRecord
  session: SessionRecord
  role: ParticipantRecord['role']
  /** `later`: on the list, but another session applies on the board now. */
  status: 'in' | 'waiting' | 'later'
  /** The person was created just now and needs a cookie. */
  newcomer: boolean
}

/**
 * Lets somebody join by a link or short code. A known person joins as themselves, as often as they like; everybody else
 * joins as a guest with a name.
 */
export async function join(
  running: Running,
  known: PersonRecord | null,
  address: string,
  input: ParsedBody<'POST /api/join'>,
): Promise<Joined> {
  const { store } = running
  const door = await findDoor(store, address, input)
  const before = known && (await store.sessions.participant(door.session.id, known.id))
  if (before?.status === 'removed') throw forbidden('You were removed from this session.')
  if (known && before) return joined(running, known, door, before)

  checkOpen(door, Date.now())
  await checkPassword(address, door, input.password)
  if (!known && input.name === undefined) throw badRequest('Say who you are: the name is missing.')
  if (door.invite && !(await store.sessions.useInvite(door.invite.id, Date.now()))) {
    const now = await store.sessions.invite(door.invite.id)
    checkOpen({ ...door, invite: now }, Date.now())
    throw noSuchLink()
  }
  const person = known ?? (await addGuest(running, input.name ?? ''))
  const participant = await enter(running, person, door)
  return { ...(await joined(running, person, door, participant)), newcomer: known === null }
}

/** Facilitators of the workspace become facilitators by any link, and never wait in the lobby. */
async function enter(running: Running, person: PersonRecord, { board, session, invite }: Door) {
  const member = await running.store.workspaces.member(board.workspaceId, person.id)
  const own = member?.role === 'owner' || member?.role === 'facilitator'
  const role = own ? 'facilitator' : (invite?.role ?? 'contributor')
  const waits = session.lobby && !own && role !== 'facilitator'
  const participant: ParticipantRecord = {
    sessionId: session.id,
    personId: person.id,
    role,
    status: waits ? 'waiting' : 'in',
    joinedAt: Date.now(),
    inviteId: invite?.id ?? null,
  }
  await setParticipant(running, board.id, participant)
  if (waits) await tellLobby(running, session, person.id)
  return participant
}

async function joined({ store }: Running, person: PersonRecord, door: Door, participant: ParticipantRecord) {
  const counts = currentSession(await store.sessions.ofBoard(door.board.id))?.id === door.session.id
  const status = participant.status === 'waiting' ? 'waiting' : counts ? 'in' : 'later'
  const { board, session } = door
  return { person, board, session, role: participant.role, status, newcomer: false } satisfies Joined
}
