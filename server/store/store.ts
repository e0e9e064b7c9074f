import type { SessionRole, WorkspaceRole } from '#lib/access/actor.ts'

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
export interface BoardQuery {
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
  get(id: string): Promise<BoardRecord | null>
  /** Boards that are not deleted, the last changed first. */
  list(query: BoardQuery): Promise<BoardRecord[]>
  update(
    id: string,
    change: Partial<Omit<BoardRecord, 'id' | 'workspaceId' | 'createdBy' | 'createdAt'>>,
  ): Promise<void>
}

export type SessionStatus = 'planned' | 'open' | 'ended'
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
  byShortCode(code: string): Promise<SessionRecord | null>
  update(id: string, change: Partial<Omit<SessionRecord, 'id' | 'boardId'>>): Promise<void>
  participant(sessionId: string, personId: string): Promise<ParticipantRecord | null>
  participants(sessionId: string): Promise<(ParticipantRecord & { name: string; guest: boolean })[]>
  setParticipant(participant: ParticipantRecord): Promise<void>
  createInvite(invite: InviteRecord): Promise<void>
  invite(id: string): Promise<InviteRecord | null>
  invites(sessionId: string): Promise<InviteRecord[]>
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

/** What the library keeps of one finished board. */
export interface LibraryEntry {
  boardId: string
  workspaceId: string
  finishedAt: number
  /** Points of failure, for sorting. */
  pointsBefore: number
  pointsAfter: number
  actionsOpen: number
  actionsDone: number
  /** The earliest date of an open action, as YYYY-MM-DD. */
  nextDue: string | null
  /** JSON: lib/report/summary.ts. */
  summary: string
  /** The wall as SVG. */
  picture: string
  /** What a search finds the board by, in the parts that it is ranked by. */
  text: { title: string; outcome: string; notes: string; comments: string }
}
export interface LibraryQuery {
  workspaceId: string
  /** Words that must all be there, the last one perhaps only begun; empty: everything. */
  words: string
  customer?: string
  process?: string
  tag?: string
  /** Who finished it. */
  facilitatorId?: string
  /** Finished from … up to, but not at, ms. */
  from?: number
  to?: number
  actions?: 'open' | 'overdue' | 'done'
  /** YYYY-MM-DD: what is overdue is due before it. */
  today: string
  sort: 'best' | 'newest' | 'oldest' | 'title' | 'points' | 'gain'
  limit: number
  offset: number
}
export interface LibraryHit {
  board: BoardRecord
  summary: string
  /** Around the words found, in turns: text that was not found and text that was. Empty without words. */
  excerpt: { text: string; hit: boolean }[]
}
export interface LibraryFacets {
  customers: string[]
  processes: string[]
  tags: string[]
  facilitatorIds: string[]
}
export interface LibraryStore {
  /** Replaces what is kept of this board. */
  put(entry: LibraryEntry): Promise<void>
  get(boardId: string): Promise<Omit<LibraryEntry, 'picture' | 'text'> | null>
  picture(boardId: string): Promise<string | null>
  search(query: LibraryQuery): Promise<{ hits: LibraryHit[]; total: number }>
  /** What a workspace's finished boards can be filtered by, each in alphabetical order. */
  facets(workspaceId: string): Promise<LibraryFacets>
  /** Every finished board of a workspace, the oldest first. */
  all(workspaceId: string): Promise<{ board: BoardRecord; summary: string }[]>
  /** Boards that are finished but not in the library: the server ended in between. */
  missing(): Promise<string[]>
}

/** One durable update of one document. Documents are boards (`boardId`) and drafts (`boardId.draft.round.personId`). */
/** The rows of lib/replay as far as they were derived from a board's log; they can be made from it again at any time. */
export interface RecordingRecord {
  boardId: string
  /** Everything up to this entry of the log is in it. */
  seq: number
  /** What RowWriter wrote, in gzip: of these columns smaller than brotli makes them in the time there is. */
  rows: Uint8Array
  /** The document after that entry, to go on from. */
  state: Uint8Array
}
/** What somebody was called on a board from a time on. */
export interface NameRecord {
  boardId: string
  personId: string
  since: number
  name: string
}
/** A link that shows the replay of a session, or of the board as it was when it was made, to whoever has it. */
export interface ReplayShareRecord {
  id: string
  boardId: string
  sessionId: string | null
  /** SHA-256 of the token, hex: the token itself is shown once and never kept. */
  tokenHash: string
  expiresAt: number
  revokedAt: number | null
  createdBy: string
  createdAt: number
}

export interface HistoryStore {
  recording(boardId: string): Promise<RecordingRecord | null>
  /** Replaces the one that is there, unless that one is newer. */
  putRecording(recording: RecordingRecord): Promise<void>
  dropRecording(boardId: string): Promise<void>
  /** Notes what somebody is called; nothing when that is what they were called last. */
  keepName(name: NameRecord): Promise<void>
  /** Every name of everybody who came to a board, the oldest first. */
  names(boardId: string): Promise<NameRecord[]>
  /** Names that stand for people whose own were erased from a workspace's history. */
  pseudonyms(workspaceId: string): Promise<{ personId: string; name: string }[]>
  /** Puts a pseudonym wherever the person is named in the history of a workspace's boards, for good. */
  eraseName(workspaceId: string, personId: string, pseudonym: string): Promise<void>
  createShare(share: ReplayShareRecord): Promise<void>
  shares(boardId: string): Promise<ReplayShareRecord[]>
  shareByHash(tokenHash: string): Promise<ReplayShareRecord | null>
  revokeShare(boardId: string, id: string, now: number): Promise<void>
}

/** One durable update of one document. Documents are boards (`boardId`) and drafts (`boardId.draft.personId`). */
export interface LogEntry {
  docId: string
  /** From 1, without gaps, per document. */
  seq: number
  /** Server's clock, ms. */
  at: number
  /** Person whose update it is; null for the server's own. */
  actor: string | null
  /** Yjs update, V1, as applied (re-encoded by the gate). */
  update: Uint8Array
}
export interface KeyframeRecord {
  docId: string
  /** State after this seq. */
  seq: number
  state: Uint8Array
  /** SHA-256 of `state`, hex: a keyframe that does not match is rebuilt from the log. */
  sha256: string
}
export interface LeaseRecord {
  docId: string
  client: number
  personId: string
}

export interface LogStore {
  /**
   * Appends in one transaction and resolves when it is durable on the disk (fsync): the promise of "saved" is this
   * promise. Entries of one document must continue its seq, else `conflict`; leases are written in the same
   * transaction. An append that rejects has left nothing: the same seq can be tried again.
   */
  append(entries: readonly LogEntry[], leases: readonly LeaseRecord[]): Promise<void>
  /**
   * Entries with seq > after, in order, at most `limit` at once. Rejects with `broken`, naming the entry, when one is
   * damaged or missing: a history with a hole is never handed out as whole.
   */
  read(docId: string, after: number, limit: number): Promise<LogEntry[]>
  /** The newest seq; 0 for a document without updates. */
  head(docId: string): Promise<number>
  keyframe(docId: string): Promise<KeyframeRecord | null>
  /** Replaces the one that is there, unless that one is newer. */
  putKeyframe(keyframe: KeyframeRecord): Promise<void>
  leases(docId: string): Promise<LeaseRecord[]>
  /** Documents whose id begins so: the drafts of a board. */
  docs(prefix: string): Promise<string[]>
  /** Removes a document, its log, keyframe and leases for good: drafts after an anonymous reveal. */
  erase(docId: string): Promise<void>
}
