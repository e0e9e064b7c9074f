import type { SessionRole, WorkspaceRole } from '#lib/access/actor.ts'
import type { HistoryStore } from './history-store.ts'
import type { LibraryStore } from './library-store.ts'
import type { LogStore } from './log-store.ts'

/**
 * The one interface to what is kept. tests/contract runs one suite against every implementation. Times are ms since
 * 1970 (server clock), ids are random text, bytes are Uint8Array. A method rejects with StoreError when the storage
 * itself fails; a record that is not there is `null`, never an error.
 */
export interface Store {
  people: PeopleStore
  workspaces: WorkspaceStore
  boards: BoardStore
  sessions: SessionStore
  ballots: BallotStore
  library: LibraryStore
  history: HistoryStore
  log: LogStore
  /** A cheap question that proves the storage answers (readyz). */
  ping(): Promise<void>
  /** Copies everything to a new file or dump while running; rejects when the file exists. */
  backup(target: string): Promise<void>
  /** Writes out what is queued and closes. */
  close(): Promise<void>
}

/**
 * `full`: no room on the disk; `busy`: try again; `conflict`: something that may be there once only is there already (an
 * email, a short code), or a seq does not continue its log; `broken`: everything else.
 */
export type StoreErrorKind = 'full' | 'busy' | 'conflict' | 'broken'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreErrorKind
  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** By name and not by class: Next's bundles hold a copy of this module that the store does not throw. */
export const isStoreError = (error: unknown): error is StoreError =>
  error instanceof Error && error.name === 'StoreError'

export interface PersonRecord {
  id: string
  name: string
  /** null for guests. */
  email: string | null
  /** scrypt, encoded with its parameters; null for guests and for people who come through OIDC. */
  passwordHash: string | null
  createdAt: number
}

export interface PeopleStore {
  /** Rejects with `conflict` when the email is taken; capitals make no difference. */
  create(person: PersonRecord): Promise<void>
  get(id: string): Promise<PersonRecord | null>
  many(ids: readonly string[]): Promise<PersonRecord[]>
  byEmail(email: string): Promise<PersonRecord | null>
  rename(id: string, name: string): Promise<void>
  /** The person behind an account of an OIDC provider. */
  byAccount(provider: string, subject: string): Promise<PersonRecord | null>
  linkAccount(provider: string, subject: string, personId: string): Promise<void>
  /** Ends a sign-in for good; `until`, ms, is when its cookie would have run out and it can be forgotten. */
  signOut(signIn: string, until: number): Promise<void>
  isSignedOut(signIn: string): Promise<boolean>
}

export interface WorkspaceRecord {
  id: string
  name: string
  createdAt: number
}
export interface MemberRecord {
  workspaceId: string
  personId: string
  role: WorkspaceRole
}

export interface WorkspaceStore {
  /** Makes the workspace and its owner in one transaction. */
  create(workspace: WorkspaceRecord, ownerId: string): Promise<void>
  get(id: string): Promise<WorkspaceRecord | null>
  ofPerson(personId: string): Promise<(WorkspaceRecord & { role: WorkspaceRole })[]>
  member(workspaceId: string, personId: string): Promise<MemberRecord | null>
  members(workspaceId: string): Promise<(MemberRecord & { name: string; email: string | null })[]>
  setMember(member: MemberRecord): Promise<void>
  removeMember(workspaceId: string, personId: string): Promise<void>
  /** Workspace-owned JSON: templates of boards and agendas, settings; small, by kind and id. */
  putItem(item: WorkspaceItem): Promise<void>
  items(workspaceId: string, kind: string): Promise<WorkspaceItem[]>
  /** Whether it was there. */
  removeItem(workspaceId: string, kind: string, id: string): Promise<boolean>
}
export interface WorkspaceItem {
  workspaceId: string
  kind: string
  id: string
  name: string
  json: string
  createdAt: number
}

export interface BoardRecord {
  id: string
  workspaceId: string
  title: string
  /** For whom and what, shown in the library. */
  customer: string
  process: string
  tags: string[]
  createdBy: string
  createdAt: number
  changedAt: number
  /** Soft delete: taken back by undo; purged after 30 days. */
  deletedAt: number | null
  finishedAt: number | null
  finishedBy: string | null
  /** Boards of one process are a series; a copy shares its original's. */
  seriesId: string
}
interface BoardQuery {
  workspaceIds: readonly string[]
  /** Boards this person takes part in through a session, whatever the workspace. */
  participantId?: string
  finished?: boolean
  limit: number
  offset: number
}

export interface BoardStore {
  /** Boards of one series in one workspace that are not deleted, the oldest first. */
  series(workspaceId: string, seriesId: string): Promise<BoardRecord[]>
  create(board: BoardRecord): Promise<void>
  /** How many a workspace has that are not deleted. */
  count(workspaceId: string): Promise<number>
  get(id: string): Promise<BoardRecord | null>
  /** Boards that are not deleted, the last changed first. */
  list(query: BoardQuery): Promise<BoardRecord[]>
  update(
    id: string,
    change: Partial<Omit<BoardRecord, 'id' | 'workspaceId' | 'createdBy' | 'createdAt'>>,
  ): Promise<void>
}

type SessionStatus = 'planned' | 'open' | 'ended'
export interface SessionRecord {
  id: string
  boardId: string
  title: string
  status: SessionStatus
  plannedFor: number | null
  startedAt: number | null
  endedAt: number | null
  /** JSON of lib/facilitation's agenda. */
  agenda: string
  /** People wait in the lobby until a facilitator lets them in. */
  lobby: boolean
  /** Typed on the home page while the session runs; null when there is none. */
  shortCode: string | null
  createdBy: string
  createdAt: number
}
export interface ParticipantRecord {
  sessionId: string
  personId: string
  role: SessionRole
  /** waiting in the lobby, in, or removed for good. */
  status: 'waiting' | 'in' | 'removed'
  joinedAt: number
  inviteId: string | null
}
export interface InviteRecord {
  id: string
  sessionId: string
  role: SessionRole
  /** SHA-256 of the token, hex: the token itself is shown once and never kept. */
  tokenHash: string
  expiresAt: number | null
  maxUses: number | null
  uses: number
  revokedAt: number | null
  passwordHash: string | null
  createdBy: string
  createdAt: number
}

export interface SessionStore {
  create(session: SessionRecord): Promise<void>
  get(id: string): Promise<SessionRecord | null>
  ofBoard(boardId: string): Promise<SessionRecord[]>
  /** The sessions of many boards, each board's in the order of `ofBoard`. */
  ofBoards(boardIds: readonly string[]): Promise<SessionRecord[]>
  byShortCode(code: string): Promise<SessionRecord | null>
  update(id: string, change: Partial<Omit<SessionRecord, 'id' | 'boardId'>>): Promise<void>
  participant(sessionId: string, personId: string): Promise<ParticipantRecord | null>
  /** What somebody is in each of some sessions. */
  participations(personId: string, sessionIds: readonly string[]): Promise<ParticipantRecord[]>
  participants(sessionId: string): Promise<(ParticipantRecord & { name: string; guest: boolean })[]>
  setParticipant(participant: ParticipantRecord): Promise<void>
  createInvite(invite: InviteRecord): Promise<void>
  invite(id: string): Promise<InviteRecord | null>
  invites(sessionId: string): Promise<InviteRecord[]>
  /** How many invites into a board's sessions may still be used. */
  openInvites(boardId: string, now: number): Promise<number>
  inviteByHash(tokenHash: string): Promise<InviteRecord | null>
  /** Counts one use if the invite still allows it; false if expired, revoked or used up meanwhile. */
  useInvite(id: string, now: number): Promise<boolean>
  revokeInvite(id: string, now: number): Promise<void>
}

/** What one person has placed in an open vote. */
export interface BallotRecord {
  voteId: string
  personId: string
  /** JSON: dots by note id. */
  json: string
  /** Dots in it. */
  placed: number
}
/** The outcome of a closed vote that only facilitators know yet. */
export interface TallyRecord {
  voteId: string
  json: string
}
/** Ballots exist while their vote is open and no longer. */
export interface BallotStore {
  /** Replaces this person's ballot. */
  put(ballot: BallotRecord): Promise<void>
  of(voteId: string, personId: string): Promise<BallotRecord | null>
  all(voteId: string): Promise<BallotRecord[]>
  /** How many people have placed so many dots, or more. */
  countPlaced(voteId: string, dots: number): Promise<number>
  /** Removes a vote's ballots for good. */
  erase(voteId: string): Promise<void>
  keepTally(tally: TallyRecord): Promise<void>
  tally(voteId: string): Promise<TallyRecord | null>
  dropTally(voteId: string): Promise<void>
}
