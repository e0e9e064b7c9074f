import type { Act } from '#lib/protocol/acts.ts'

/** One line of the record of a workspace: who did what, when, on what; by ids, so that it holds no content. */
export interface ActRecord {
  id: string
  workspaceId: string
  at: number
  what: Act
  /** null: the server, when the time had come. */
  personId: string | null
  boardId: string | null
  /** On whom it was done. */
  onPersonId: string | null
  /** A word about it from a closed list: a role, a format. */
  detail: string | null
  /** Where it was asked from; null unless the operator has these written down. */
  address: string | null
}

interface RecordQuery {
  workspaceId: string
  what?: Act
  personId?: string
  /** At or after this time, ms. */
  from?: number
  /** Before this time, ms. */
  to?: number
  limit: number
  offset: number
}

/** Lines are added and read; there is no way to change or remove one. */
export interface RecordStore {
  add(act: ActRecord): Promise<void>
  /** The newest first. */
  read(query: RecordQuery): Promise<ActRecord[]>
  /** The ids of everybody who did something. */
  people(workspaceId: string): Promise<string[]>
}
