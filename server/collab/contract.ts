import type * as Y from 'yjs'
import type { Note } from '#lib/board/snapshot.ts'
import type { Notice } from '#lib/protocol/messages.ts'

/** The private notes of one person in one round, in the order in which they were written. */
export interface Draft {
  personId: string
  notes: Note[]
}

/** What the rest of the server may call on the running boards. hub.ts implements it. */
export interface Hub {
  /**
   * Runs one transaction on a board's document for a command: loads the board if needed, logs the update, and
   * broadcasts it. Resolves when it is durable. `body` must be synchronous.
   */
  write(docId: string, command: string, personId: string | null, body: (doc: Y.Doc) => void): Promise<void>
  /** Reads a document's present state (loads it if needed) without keeping it in memory. */
  read<T>(docId: string, body: (doc: Y.Doc) => T): Promise<T>
  /** Folds a document's updates into a keyframe; returns the bytes that it takes, as whoever joins is sent them. */
  fold(docId: string): Promise<number>
  /** A person's role or membership changed: their sockets to the board reconnect, or stay out. */
  reauthorise(boardId: string, personId: string): Promise<void>
  /** Title, session or finished state changed: everyone's board data and the policy's phase are refreshed. */
  boardChanged(boardId: string): Promise<void>
  /** Somebody signed out in one browser: closes the sockets that this sign-in opened. */
  signedOut(signIn: string): void
  /** All of a person's sign-ins made before `from` are over but for one: closes their sockets. */
  signedOutElsewhere(personId: string, keep: string | null, from: number): void
  /** Disconnects everybody from a deleted board. */
  closeBoard(boardId: string): Promise<void>
  /**
   * Takes a board that is about to be erased out of memory, with its private notes, or the private notes of one person
   * alone; stores nothing of them afterwards.
   */
  forget(boardId: string, notesOf?: string): Promise<void>
  /** Sends a short-lived notice to everybody on a board, or to some people. */
  notify(boardId: string, notice: Notice, personIds?: readonly string[]): void
  /** Whether a person may show everybody on a board something now; it is counted. */
  maySignal(personId: string): boolean
  /** Persons with an open connection to the board. */
  here(boardId: string): ReadonlySet<string>
  /**
   * Ends a round of private notes: calls `write` with everybody's notes, then erases their documents. Rejects when
   * `write` does; everybody can then go on writing.
   */
  takeRound(boardId: string, round: string, write: (drafts: Draft[]) => Promise<void>): Promise<void>
  /** Stores what is queued, tells the clients, closes. */
  close(): Promise<void>
}
