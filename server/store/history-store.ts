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
  /** How many of them still work. */
  openShares(boardId: string, now: number): Promise<number>
  shareByHash(tokenHash: string): Promise<ReplayShareRecord | null>
  revokeShare(boardId: string, id: string, now: number): Promise<void>
}
