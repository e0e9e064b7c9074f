import type { BoardRecord } from './store.ts'

/** What the library keeps of one finished board. */
export interface LibraryRecord {
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
}
export interface LibraryEntry extends LibraryRecord {
  /** The text that a search covers, in the parts that it ranks by. */
  text: { title: string; outcome: string; notes: string; comments: string }
}
export interface LibraryQuery {
  workspaceId: string
  /**
   * Words that must all occur, each perhaps as part of a longer one, the last perhaps only begun; empty: everything.
   * Compared by lib/text/fold.ts.
   */
  words: string
  customer?: string
  process?: string
  tag?: string
  /** The facilitator who finished it. */
  facilitatorId?: string
  /** Finished at or after this time, ms. */
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
  /** The text around the matches, in alternating parts. Empty without words. */
  excerpt: { text: string; hit: boolean }[]
}
interface LibraryFacets {
  customers: string[]
  processes: string[]
  tags: string[]
  facilitatorIds: string[]
}
export interface LibraryStore {
  /** Replaces what is kept of this board. */
  put(entry: LibraryEntry): Promise<void>
  /** Removes what is kept of this board for good: its texts, their index, and words that no other board has. */
  erase(boardId: string): Promise<void>
  get(boardId: string): Promise<Omit<LibraryRecord, 'picture'> | null>
  picture(boardId: string): Promise<string | null>
  /** `meant`: when the words find nothing but similar words do, those words; the hits then belong to them. */
  search(query: LibraryQuery): Promise<{ hits: LibraryHit[]; total: number; meant: string | null }>
  /** What a workspace's finished boards can be filtered by, each in alphabetical order. */
  facets(workspaceId: string): Promise<LibraryFacets>
  /** Every finished board of a workspace, the oldest first. */
  all(workspaceId: string): Promise<{ board: BoardRecord; summary: string }[]>
  /** Indexes again what an older version indexed differently; resolves to the number of those boards. */
  reindex(): Promise<number>
  /** Boards that are finished but not in the library: the server stopped in between. */
  missing(): Promise<string[]>
}
