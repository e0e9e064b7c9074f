import type * as Y from 'yjs'
import type { Note } from '#lib/board/snapshot.ts'
import type { Notice } from '#lib/protocol/messages.ts'

/** The private notes of one person in one round, in the order in which they were written. */
export interface Draft {
  personId: string
  notes: Note[]
}

/** What the rest of the server may ask of the running boards. The implementation is hub.ts. */
export interface Hub {
  /**
   * One transaction on a board's document by the server, on somebody's command: loaded if needed, logged, durable
   * when the promise resolves, and broadcast. `body` must be synchronous.
   */
  write(docId: string, command: string, personId: string | null, body: (doc: Y.Doc) => void): Promise<void>
  /** Reads a document's present state (loading it if needed) without keeping it. */
  read<T>(docId: string, body: (doc: Y.Doc) => T): Promise<T>
  /** A person's role or membership changed: their sockets to the board come back, or stay out. */
  reauthorise(boardId: string, personId: string): Promise<void>
  /** Title, session or finished state changed: everyone's welcome is refreshed, and the policy's phase. */
  boardChanged(boardId: string): Promise<void>
  /** Somebody signed out in one of their browsers: the sockets that were opened by that sign-in close. */
  signedOut(signIn: string): void
  /** Everybody off a board that was deleted. */
  closeBoard(boardId: string): Promise<void>
  /** Something short-lived for everyone on a board, or for some. */
  notify(boardId: string, notice: Notice, personIds?: readonly string[]): void
  /** Persons with an open connection to the board. */
  here(boardId: string): ReadonlySet<string>
  /**
   * Ends a round of private notes: `write` gets everybody's, then their documents are erased. When `write` rejects, so
   * does this, and everybody writes on.
   */
  takeRound(boardId: string, round: string, write: (drafts: Draft[]) => Promise<void>): Promise<void>
  /** Flushes, tells clients, closes. */
  close(): Promise<void>
}
