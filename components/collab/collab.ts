import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { ValueStore } from '#components/ui/store.ts'
import { unsavedIn } from '#lib/board/unsaved-diff.ts'
import { closeCodes, closeSays } from '#lib/protocol/close-codes.ts'
import type { CommandAnswer, CommandInput, CommandName } from '#lib/protocol/commands.ts'
import type { Notice, Refused } from '#lib/protocol/messages.ts'
import { PendingCommands } from './commands.ts'
import { copyName, type LocalCopy, openLocalCopy } from './local-copy.ts'
import { watchRemovals } from './removed-for-good.ts'
import { emptyRoster, type Roster, rosterAfter, welcomed } from './roster.ts'
import { opening, type Status } from './status.ts'
import { type SyncEvents, SyncProvider } from './sync-provider.ts'
import { UnsavedStore } from './unsaved-store.ts'
import { WaitingChanges } from './waiting-changes.ts'

/**
 * The document in use. A refusal replaces it by another one, with the next number; bindings to the old one are dropped.
 */
export interface Session {
  readonly number: number
  readonly doc: Y.Doc
  readonly awareness: Awareness
}

export interface CollabOptions {
  boardId: string
  personId: string
  /** `ws://host/sync`. */
  address: string
  /** What the page knew when it was made, good until the server's welcome. */
  known?: Pick<Roster, 'you' | 'board' | 'session'>
  Socket?: typeof WebSocket
}

/** Attempts after which "reconnecting" becomes "offline": about three seconds. */
const offlineAfter = 4

/**
 * One person on one board, over every reconnection: the local copy, the provider to the server, unsaved changes, and
 * the people present. Independent of React.
 */
export class Collab {
  readonly status = new ValueStore<Status>(opening)
  readonly roster = new ValueStore<Roster>(emptyRoster)
  /** null until there is a board to show: a local copy, or the server's board. */
  readonly session = new ValueStore<Session | null>(null)
  /** What the server did not accept. */
  readonly unsaved: UnsavedStore

  readonly #options: CollabOptions
  readonly #commands = new PendingCommands(request => this.#provider?.request(request) ?? false)
  readonly #noticeListeners = new Set<(notice: Notice) => void>()
  readonly #cleanup: (() => void)[] = []
  #doc = new Y.Doc()
  #provider: SyncProvider | null = null
  #copy: LocalCopy | null = null
  #waiting = new WaitingChanges(() => {})
  #clockOffset = 0
  #number = 0
  #ended = false

  constructor(options: CollabOptions) {
    this.#options = options
    this.unsaved = new UnsavedStore(copyName(options.personId, options.boardId))
    if (options.known) this.roster.set({ ...emptyRoster, ...options.known })
    this.#watchPage()
    void this.#start()
  }

  get boardId(): string {
    return this.#options.boardId
  }
  /** The person and the server's address, for opening another document of the same person. */
  get identity(): Pick<CollabOptions, 'personId' | 'address'> {
    const { personId, address } = this.#options
    return { personId, address }
  }
  /** Ids of entities changed here that are not durable on the server yet. */
  get waiting(): readonly string[] {
    return this.#waiting.ids
  }

  /** Sends a command to the server; rejects with CommandError, whose message is for the person. */
  request<N extends CommandName>(command: N, input: CommandInput<N>): Promise<CommandAnswer<N>> {
    return this.#commands.ask(command, input)
  }

  /** Returns the estimated time of the server's clock, ms since 1970. */
  now(): number {
    return Date.now() + this.#clockOffset
  }

  /** Short-lived notices of the server and signals of other people. */
  onNotice(listener: (notice: Notice) => void): () => void {
    this.#noticeListeners.add(listener)
    return () => this.#noticeListeners.delete(listener)
  }

  destroy(): void {
    this.#ended = true
    this.#noteWaiting()
    for (const clean of this.#cleanup) clean()
    this.#commands.lost()
    this.#provider?.destroy()
    this.#copy?.close()
    this.#doc.destroy()
    this.#refused?.mine.destroy()
  }

  async #start(): Promise<void> {
    const { personId, boardId } = this.#options
    const copy = await openLocalCopy(this.#doc, copyName(personId, boardId), this.#keeps)
    if (this.#ended) return copy.close()
    this.#copy = copy
    // A new client id after loading the old items: a document that finds items under its own id would silently choose
    // another.
    this.#doc.clientID = freshClient()
    this.#update({ keeps: copy.keeps })
    this.#open(this.#doc, copy.waiting)
    if (this.#doc.store.clients.size > 0) this.#show()
  }

  /** Connects a document; the one before is let go. */
  #open(doc: Y.Doc, waiting: readonly string[]): void {
    this.#provider?.destroy()
    const { address, boardId, Socket } = this.#options
    this.#doc = doc
    const changes = new WaitingChanges(() => {
      if (changes === this.#waiting) this.#update({ waiting: changes.size })
    }, waiting)
    this.#waiting = changes
    this.#update({ waiting: waiting.length })
    const provider = new SyncProvider({ address, docId: boardId, doc, ...(Socket ? { Socket } : {}) }, this.#events)
    this.#provider = provider
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const { origin } = transaction
      if (origin !== provider.origin && origin !== this.#copy?.origin) changes.wrote(transaction)
    })
    watchRemovals(
      doc,
      id => changes.has(id),
      lost => this.unsaved.add(removedForGood, lost),
    )
    provider.connect()
  }

  #show(): void {
    if (!this.#provider || this.session.get()?.doc === this.#doc) return
    this.#number += 1
    this.session.set({ number: this.#number, doc: this.#doc, awareness: this.#provider.awareness })
  }

  readonly #events: SyncEvents = {
    connecting: () => this.#away(),
    synced: () => {
      this.#update({ link: 'live', trouble: null })
      this.#show()
      void this.#settleRefusal()
    },
    lost: close => {
      this.#commands.lost()
      if (close?.code === closeCodes.tooLarge.code) this.#rebuild(tooLarge)
      else if (close?.final) void this.#final(close.code)
      else if (close?.code === closeCodes.refused.code) this.#rebuild(unexplained)
      else this.#away(close?.code)
    },
    welcome: welcome => {
      this.#clockOffset = welcome.serverTime - Date.now()
      this.roster.set(welcomed(welcome))
    },
    roster: change => this.roster.set(rosterAfter(this.roster.get(), change)),
    notice: notice => this.#notice(notice),
    result: result => this.#commands.answered(result),
    refused: refused => this.#rebuild(refused),
    opened: () => this.#waiting.opened(),
    sent: all => this.#waiting.sent(all),
    tooLarge: () => this.#rebuild(tooLarge),
    saved: count => this.#waiting.saved(count),
  }

  #notice(notice: Notice): void {
    if (notice.kind === 'storage-ok' || notice.kind === 'taken-again') this.#update({ trouble: null })
    else if ('message' in notice) this.#update({ trouble: { kind: notice.kind, message: notice.message } })
    for (const listener of this.#noticeListeners) listener(notice)
  }

  /** The connection is away, for moments or for longer. */
  #away(code?: number): void {
    if (this.#ended) return
    const offline = navigator.onLine === false || (this.#provider?.attempts ?? 0) >= offlineAfter
    const opened = this.session.get() !== null
    const says = code === undefined ? undefined : closeSays(code)
    this.#update({
      link: offline ? 'offline' : opened ? 'reconnecting' : 'opening',
      ...(says ? { trouble: { kind: 'restarting', message: says } } : {}),
    })
  }

  async #final(code: number): Promise<void> {
    const link =
      code === closeCodes.signIn.code
        ? 'signed-out'
        : code === closeCodes.removed.code
          ? 'removed'
          : code === closeCodes.notFound.code
            ? 'not-found'
            : code === closeCodes.roundOver.code
              ? 'over'
              : 'stopped'
    this.#update({ link, says: closeSays(code) ?? 'The connection has ended.' })
    const unsent = link === 'signed-out' && this.#waiting.size > 0
    if (link === 'removed' || link === 'not-found' || (link === 'signed-out' && !unsent)) await this.forget()
    else if (unsent) this.#letGo()
  }

  /** What is kept stays, and whoever signed out in another tab can remove it. */
  #letGo(): void {
    this.#noteWaiting()
    this.#copy?.close()
    this.#copy = null
  }

  /** Keeps nothing of this document in this browser any more. */
  async forget(): Promise<void> {
    this.#waiting.forget()
    await this.#copy?.remove()
    this.#copy = null
  }

  /**
   * The server did not take a change, and nothing that follows it can be taken either: start again from the server's
   * board, and keep the old document to show what is not in it.
   */
  #rebuild(refused: Refused): void {
    if (this.#ended) return
    // A second refusal before the first was settled: its document holds nothing of the person's.
    if (this.#refused) this.#doc.destroy()
    else this.#refused = { refused, mine: this.#doc, copy: this.#copy }
    this.#copy = null
    this.#update({ link: 'reconnecting', waiting: 0 })
    this.#open(new Y.Doc(), [])
  }

  /** The refused document and its local copy; kept until the server's has arrived, so that a reload loses nothing. */
  #refused: { refused: Refused; mine: Y.Doc; copy: LocalCopy | null } | null = null

  async #settleRefusal(): Promise<void> {
    if (!this.#refused) return
    const { refused, mine, copy } = this.#refused
    this.#refused = null
    this.unsaved.add(refused, unsavedIn(mine, this.#doc))
    await copy?.remove()
    mine.destroy()
    const { personId, boardId } = this.#options
    const next = await openLocalCopy(this.#doc, copyName(personId, boardId), this.#keeps)
    if (this.#ended) next.close()
    else this.#copy = next
  }

  #update(change: Partial<Status>): void {
    const before = this.status.get()
    const same = Object.entries(change).every(([key, value]) => Object.is(before[key as keyof Status], value))
    if (!same) this.status.set({ ...before, ...change })
  }

  readonly #keeps = (keeps: boolean) => this.#update({ keeps })

  #noteWaiting(): void {
    this.#copy?.noteWaiting(this.#waiting.ids)
  }

  #watchPage(): void {
    if (typeof window === 'undefined') return
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
      target.addEventListener(type, listener)
      this.#cleanup.push(() => target.removeEventListener(type, listener))
    }
    const moved = () => {
      if (!['signed-out', 'removed', 'not-found', 'over', 'stopped'].includes(this.status.get().link))
        this.#provider?.reconnect()
    }
    on(window, 'online', moved)
    on(window, 'offline', moved)
    on(window, 'pagehide', () => this.#noteWaiting())
    on(document, 'visibilitychange', () => this.#noteWaiting())
    on(window, 'beforeunload', event => {
      this.#noteWaiting()
      if (this.#waiting.size > 0 || !this.unsaved.kept) event.preventDefault()
    })
  }
}

const unexplained: Refused = { rule: 'unknown', path: '', message: closeCodes.refused.says }

const removedForGood: Refused = {
  rule: 'removed',
  path: '',
  message: 'What was changed here had been taken off, and was removed from the board for good meanwhile.',
}

const tooLarge: Refused = { rule: 'size.bytes', path: '', message: closeCodes.tooLarge.says }

const freshClient = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? new Y.Doc().clientID
