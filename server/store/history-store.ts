/** The rows of lib/replay derived from a board's log so far; they can be derived again at any time. */
export interface RecordingRecord {
  boardId: string
  /** The newest log entry that is included. */
  seq: number
  /** RowWriter's output, gzipped: for these columns smaller than brotli in the time available. */
  rows: Uint8Array
  /** The document after that entry, for continuing. */
  state: Uint8Array
}
/** A person's name on a board since a time. */
export interface NameRecord {
  boardId: string
  personId: string
  since: number
  name: string
}
/** A link that shows the replay of a session, or of the board at the time of the link, to whoever has it. */
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
  /** Replaces the stored one, unless that is newer. */
  putRecording(recording: RecordingRecord): Promise<void>
  dropRecording(boardId: string): Promise<void>
  /** Stores a person's name; does nothing when it has not changed. */
  keepName(name: NameRecord): Promise<void>
  /** Returns every name of everybody who joined a board, the oldest first. */
  names(boardId: string): Promise<NameRecord[]>
  /** Returns the pseudonyms of people whose names were erased from a workspace's history. */
  pseudonyms(workspaceId: string): Promise<{ personId: string; name: string }[]>
  /**
   * Replaces the person's name by a pseudonym in the history of a workspace's boards, for good; `everywhere` also the
   * name that the person goes by.
   */
  eraseName(workspaceId: string, personId: string, pseudonym: string, options: { everywhere: boolean }): Promise<void>
  createShare(share: ReplayShareRecord): Promise<void>
  shares(boardId: string): Promise<ReplayShareRecord[]>
  /** How many of them still work. */
  openShares(boardId: string, now: number): Promise<number>
  shareByHash(tokenHash: string): Promise<ReplayShareRecord | null>
  revokeShare(boardId: string, id: string, now: number): Promise<void>
}
