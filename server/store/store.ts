import type { SessionRole, WorkspaceRole } from '#lib/access/actor.ts'
import type { FactorStore } from './factor-store.ts'
import type { HistoryStore } from './history-store.ts'
import type { LibraryStore } from './library-store.ts'
import type { LogStore } from './log-store.ts'
import type { PasskeyStore } from './passkey-store.ts'
import type { RecordStore } from './record-store.ts'
import type { SignInStore } from './sign-in-store.ts'
import type { TokenStore } from './token-store.ts'

/**
 * The one interface to stored data. tests/contract runs one suite against every implementation. Times are ms since 1970
 * (server clock), ids are random text, bytes are Uint8Array. A method rejects with StoreError when the storage itself
 * fails; a missing record is `null`, never an error.
 */
export interface Store {
  people: PeopleStore
  signIns: SignInStore
  tokens: TokenStore
  factors: FactorStore
  passkeys: PasskeyStore
  workspaces: WorkspaceStore
  boards: BoardStore
  sessions: SessionStore
  ballots: BallotStore
  library: LibraryStore
  history: HistoryStore
  record: RecordStore
  log: LogStore
  /** A cheap query that proves that the storage responds (readyz); rejects with `damaged` once any job met damage. */
  ping(): Promise<void>
  /** Looks for damage through all that is stored, as far as the engine can; rejects with `damaged`. Takes its time. */
  check(): Promise<void>
  /** Copies everything to a new file or dump while running; rejects when the file exists. */
  backup(target: string): Promise<void>
  /** Writes what is queued and closes. */
  close(): Promise<void>
}

/**
 * `full`: no room on the disk; `busy`: try again; `conflict`: a unique value exists already (an email, a short code),
 * or a seq does not continue its log; `damaged`: what is stored cannot be read as it was written; `broken`: everything
 * else.
 */
export type StoreErrorKind = 'full' | 'busy' | 'conflict' | 'damaged' | 'broken'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreErrorKind
  /** What the page of errors is told of this one; Next tells it nothing else. */
  readonly digest: string | undefined
  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.digest = kind === 'damaged' ? 'storage-damaged' : undefined
  }
}

/** Checks the name, not the class: Next's bundles hold a second copy of this module. */
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
  /** Whether anybody has an email address. */
  anyAccount(): Promise<boolean>
  /** Everybody with an email address, in its order. */
  accounts(): Promise<PersonRecord[]>
  rename(id: string, name: string): Promise<void>
  /** `passwordHash`: as in PersonRecord. */
  setPassword(id: string, passwordHash: string): Promise<void>
  /** Returns the person behind an account of an OIDC provider. */
  byAccount(provider: string, subject: string): Promise<PersonRecord | null>
  linkAccount(provider: string, subject: string, personId: string): Promise<void>
  /** Whether the person has an account of this provider. */
  hasAccount(provider: string, personId: string): Promise<boolean>
  /** Whether somebody came by an invite alone: no address, and no account of a provider. */
  isGuest(id: string): Promise<boolean>
  /**
   * Forgets who a person is, for good: address, password, accounts of providers and links for a new password; the
   * name becomes another. What refers to them by id stays.
   */
  forget(id: string, name: string): Promise<void>
  /**
   * One person becomes another: accounts, memberships and seats go over, the higher role where both have one. What the
   * first wrote keeps their name; they cannot sign in any more.
   */
  merge(from: string, into: string): Promise<void>
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
interface MemberListing extends MemberRecord {
  name: string
  email: string | null
  joinedAt: number
  /** When they last opened a page or a board of the workspace, to a few minutes; null: never yet. */
  lastHere: number | null
}
/** A link that makes people with an account members. */
export interface MemberInviteRecord {
  id: string
  workspaceId: string
  role: Exclude<WorkspaceRole, 'owner'>
  /** SHA-256 of the token, hex: the token itself is shown once and never kept. */
  tokenHash: string
  expiresAt: number
  maxUses: number
  uses: number
  revokedAt: number | null
  createdBy: string
  createdAt: number
}

export interface WorkspaceStore {
  /** Creates the workspace and its owner in one transaction. */
  create(workspace: WorkspaceRecord, ownerId: string): Promise<void>
  get(id: string): Promise<WorkspaceRecord | null>
  ofPerson(personId: string): Promise<(WorkspaceRecord & { role: WorkspaceRole })[]>
  member(workspaceId: string, personId: string): Promise<MemberRecord | null>
  /** In the order of their names. */
  members(workspaceId: string): Promise<MemberListing[]>
  /** Makes somebody a member, from now on, or gives a member another role. */
  setMember(member: MemberRecord): Promise<void>
  /**
   * Takes somebody out of a workspace and out of every session on its boards, and closes the links into either that
   * they made, in one step.
   */
  removeMember(workspaceId: string, personId: string, now: number): Promise<void>
  /** Makes one member the owner and the owner a facilitator, in one step. */
  handOver(workspaceId: string, from: string, to: string): Promise<void>
  rename(id: string, name: string): Promise<void>
  /** Removes a workspace without boards, and everything else of it, for good. */
  erase(id: string): Promise<void>
  /** Says that a member is here; does nothing for others. */
  sawMember(workspaceId: string, personId: string, at: number): Promise<void>
  createInvite(invite: MemberInviteRecord): Promise<void>
  /** Links that may still be used, the newest first. */
  openInvites(workspaceId: string, now: number): Promise<MemberInviteRecord[]>
  inviteByHash(tokenHash: string): Promise<MemberInviteRecord | null>
  /** Counts one use if the link still allows it; returns false if it expired, was revoked or used up meanwhile. */
  useInvite(id: string, now: number): Promise<boolean>
  /** Returns whether there was such a link in this workspace. */
  revokeInvite(workspaceId: string, id: string, now: number): Promise<boolean>
  /** Workspace-owned JSON: templates of boards and agendas, settings; small, by kind and id. */
  putItem(item: WorkspaceItem): Promise<void>
  items(workspaceId: string, kind: string): Promise<WorkspaceItem[]>
  /** Items of one kind, of all workspaces. */
  itemsOfKind(kind: string): Promise<WorkspaceItem[]>
  /** Returns whether the item existed. */
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
  /** The customer and subject of the board, shown in the library. */
  customer: string
  process: string
  tags: string[]
  createdBy: string
  createdAt: number
  changedAt: number
  /** In the bin since then: it can be restored until it is erased, 30 days later. */
  deletedAt: number | null
  deletedBy: string | null
  finishedAt: number | null
  finishedBy: string | null
  /** The series that boards of one process share; a copy belongs to its original's. */
  seriesId: string
}
interface BoardQuery {
  workspaceIds: readonly string[]
  /** Workspaces whose boards are left out, also those that the person takes part in. */
  without?: readonly string[]
  /** Boards this person takes part in through a session, whatever the workspace. */
  participantId?: string
  finished?: boolean
  limit: number
  offset: number
}

export interface BoardStore {
  /** What is in the bin of a workspace, the last deleted first. */
  deleted(workspaceId: string): Promise<BoardRecord[]>
  /** The ids of boards that were deleted before a time. */
  deletedBefore(at: number): Promise<string[]>
  /**
   * Removes a board and everything that hangs on it for good, so that it is not found on the disk either: sessions,
   * people in them, links, names and rows of its history, and what the library keeps. Documents, its own and those of
   * private notes, and ballots are erased by themselves before.
   */
  erase(id: string): Promise<void>
  /** Boards of one series in one workspace that are not deleted, the oldest first. */
  series(workspaceId: string, seriesId: string): Promise<BoardRecord[]>
  create(board: BoardRecord): Promise<void>
  /** Returns the number of a workspace's boards that are not deleted. */
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
  /** Returns a person's participation in each of these sessions. */
  participations(personId: string, sessionIds: readonly string[]): Promise<ParticipantRecord[]>
  participants(sessionId: string): Promise<(ParticipantRecord & { name: string; guest: boolean })[]>
  setParticipant(participant: ParticipantRecord): Promise<void>
  /** Guests of a workspace, by their ids, whose sessions there have all ended before a time, and who still have a name. */
  guestsUntil(workspaceId: string, before: number): Promise<string[]>
  createInvite(invite: InviteRecord): Promise<void>
  invite(id: string): Promise<InviteRecord | null>
  invites(sessionId: string): Promise<InviteRecord[]>
  /** How many invites into a board's sessions may still be used. */
  openInvites(boardId: string, now: number): Promise<number>
  inviteByHash(tokenHash: string): Promise<InviteRecord | null>
  /** Counts one use if the invite still allows it; returns false if it expired, was revoked or used up meanwhile. */
  useInvite(id: string, now: number): Promise<boolean>
  revokeInvite(id: string, now: number): Promise<void>
}

/** What one person has placed in an open vote. */
export interface BallotRecord {
  voteId: string
  personId: string
  /** JSON: dots by note id. */
  json: string
  /** Number of dots in it. */
  placed: number
}
/** The outcome of a closed vote that only facilitators may see yet. */
export interface TallyRecord {
  voteId: string
  json: string
}
/** Ballots, kept only while their vote is open. */
export interface BallotStore {
  /** Replaces this person's ballot. */
  put(ballot: BallotRecord): Promise<void>
  of(voteId: string, personId: string): Promise<BallotRecord | null>
  all(voteId: string): Promise<BallotRecord[]>
  /** Returns how many people have placed at least so many dots. */
  countPlaced(voteId: string, dots: number): Promise<number>
  /** Removes a vote's ballots for good. */
  erase(voteId: string): Promise<void>
  keepTally(tally: TallyRecord): Promise<void>
  tally(voteId: string): Promise<TallyRecord | null>
  dropTally(voteId: string): Promise<void>
}
