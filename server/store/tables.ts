import type { Generated } from 'kysely'
import type { FactorRecord } from './factor-store.ts'
import type { NameRecord, RecordingRecord, ReplayShareRecord } from './history-store.ts'
import type { LibraryRecord } from './library-store.ts'
import type { KeyframeRecord, LeaseRecord } from './log-store.ts'
import type { PasskeyRecord } from './passkey-store.ts'
import type { ActRecord } from './record-store.ts'
import type { SignInRecord } from './sign-in-store.ts'
import type {
  BallotRecord,
  InviteRecord,
  MemberInviteRecord,
  MemberRecord,
  ParticipantRecord,
  PersonRecord,
  SessionRecord,
  TallyRecord,
  WorkspaceItem,
  WorkspaceRecord,
} from './store.ts'
import type { TokenRecord } from './token-store.ts'

/**
 * The tables as both engines keep them; columns carry the names of the records. Yes and no are 1 and 0, lists are JSON
 * text, times are ms since 1970, bytes are blobs.
 */
export interface Tables {
  people: PersonRecord
  /** `until`: ms at which the sign-in's cookie would have expired. */
  signOuts: { signIn: string; until: number }
  signIns: SignInRecord
  signInCuts: { personId: string; from: number; keep: string | null }
  tokens: TokenRecord
  factors: FactorRecord
  recoveryCodes: { personId: string; hash: string }
  passkeys: PasskeyRecord
  disabledPeople: { personId: string; since: number }
  accounts: { provider: string; subject: string; personId: string }
  workspaces: WorkspaceRecord
  members: MemberRecord & { joinedAt: number; lastHere: number | null }
  memberInvites: MemberInviteRecord
  workspaceItems: WorkspaceItem
  boards: BoardRow
  acts: ActRecord
  sessions: Omit<SessionRecord, 'lobby'> & { lobby: number }
  participants: ParticipantRecord
  invites: InviteRecord
  /** One row a document; `head` is the newest seq, and the proof that an append continues the log. */
  docs: { id: string; head: number }
  log: { docId: string; seq: number; at: number; actor: string | null; bytes: Uint8Array; crc: number }
  keyframes: KeyframeRecord
  leases: LeaseRecord
  ballots: BallotRecord
  tallies: TallyRecord
  recordings: RecordingRecord
  boardNames: NameRecord
  pseudonyms: { workspaceId: string; personId: string; name: string }
  replayShares: ReplayShareRecord
  library: LibraryRecord & { id: Generated<number> }
  /**
   * The searched texts; `rowid` is the library's `id`, `version` that of the word splitting by which they were indexed.
   */
  libraryText: {
    rowid: number
    title: string
    outcome: string
    notes: string
    comments: string
    version: number
  }
  /** Every word of a workspace's finished boards, in the form that is compared and as spelled. */
  libraryWords: { workspaceId: string; word: string; spelled: string }
}

export interface BoardRow {
  id: string
  workspaceId: string
  title: string
  customer: string
  process: string
  tags: string
  createdBy: string
  createdAt: number
  changedAt: number
  deletedAt: number | null
  deletedBy: string | null
  finishedAt: number | null
  finishedBy: string | null
  seriesId: string
}
