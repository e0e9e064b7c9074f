import type * as Y from 'yjs'
import type { Phase } from '#lib/access/phase.ts'
import { ServerOrigin } from '#lib/board/origin.ts'
import { boardOf } from '#lib/facilitation/drafts.ts'
import type { CloseReason } from '#lib/protocol/close-codes.ts'
import { messageType, type Notice, type RosterChange } from '#lib/protocol/messages.ts'
import type { StoreError } from '../store/store.ts'
import { BoardContext } from './board-context.ts'
import type { Connection, Receiver } from './connection.ts'
import { loadDocument } from './document.ts'
import { draftPhases } from './drafts.ts'
import { extendedFrame } from './frames.ts'
import { HeldBack } from './held-back.ts'
import { roomLimits } from './limits.ts'
import { Outbox } from './outbox.ts'
import { RoomPresence } from './presence.ts'
import { requestMissing, resync, step1Answered, tellRefusal } from './resync.ts'
import { RoomDocument } from './room-document.ts'
import { RoomGate } from './room-gate.ts'
import { RoomKeyframes } from './room-keyframes.ts'
import { RoomLog } from './room-log.ts'
import { boardAndSession } from './roster.ts'
import { type RoomServices, storageFailed, storageNotice } from './shared.ts'
import { Step1Answers } from './step1-answers.ts'

interface Loaded {
  document: RoomDocument
  gate: RoomGate
  log: RoomLog
  answers: Step1Answers
  keyframes: RoomKeyframes | null
}

/** One document and the people on it: admits updates, stores them, and only then shows them to the others. */
export class Room implements Receiver {
  readonly docId: string
  readonly boardId: string
  readonly connections = new Set<Connection>()
  /** Resolves when it is loaded; rejects with AppError or DamagedDocument. */
  readonly ready: Promise<void>
  lastUsed = performance.now()

  readonly #shared: RoomServices
  readonly #outbox = new Outbox(this.connections)
  readonly #presence: RoomPresence
  readonly #context: BoardContext
  readonly #heldBack = new HeldBack(connection => requestMissing(connection, this.doc))
  #loaded: Loaded | null = null
  #held = false

  constructor(docId: string, shared: RoomServices) {
    this.docId = docId
    this.boardId = boardOf(docId)
    this.#shared = shared
    this.#context = new BoardContext(this.boardId, shared.store, () => this.#live.document)
    this.#presence = new RoomPresence(docId, shared, this.connections, this.#outbox)
    this.ready = this.#load()
    this.ready.catch(() => {})
  }

  async #load(): Promise<void> {
    const { store, writer } = this.#shared
    const load = loadDocument(store.log, this.docId, this.#shared.log)
    const [stored, { board, session }] = await Promise.all([load, this.#context.read()])
    if (this.#draft) await this.#shared.board(this.boardId).ready
    const [presence, outbox] = [this.#presence, this.#outbox]
    presence.loaded(stored.leases)
    const document = new RoomDocument(stored)
    const parts = { document, presence, outbox, writer }
    const [docId, boardId, shared, draft] = [this.docId, this.boardId, this.#shared, this.#draft]
    const heldBack = this.#heldBack
    const log = new RoomLog(docId, parts, error => (error ? this.#lost(error) : this.#stored()))
    this.#loaded = {
      document,
      gate: new RoomGate({ docId, boardId, draft, document, presence, heldBack, shared }),
      log,
      answers: new Step1Answers({ docId, document, log, shared, copied: !draft }),
      // A draft is small and will be erased without a trace: it gets no second copy.
      keyframes: draft ? null : new RoomKeyframes(docId, document.cache, shared),
    }
    await presence.readRoster(board, session)
    const { base } = document.cache
    if (base && base.seq !== stored.keyframe?.seq) this.#loaded.keyframes?.keepBase()
  }

  get #live() {
    if (!this.#loaded) throw new Error(`${this.docId} is not loaded`)
    return this.#loaded
  }
  get #draft(): boolean {
    return this.docId !== this.boardId
  }
  /** Bytes of the document, as a new connection is sent it. */
  get size(): number {
    return this.#live.document.cache.size
  }
  get doc(): Y.Doc {
    return this.#live.document.doc
  }

  /** Returns the phases that apply to an update: the present one, then those that ended a moment ago. */
  phases(): readonly [Phase, ...Phase[]] {
    if (this.#draft) return draftPhases(this.#shared.board(this.boardId).phases(), this.docId)
    return this.#context.phases()
  }

  /** Returns the present phase of the policy. */
  phase(): Phase {
    return this.#draft ? this.#shared.board(this.boardId).phase() : this.#context.phase()
  }

  // Coming and going

  /** Welcomes a connection once the room is loaded; from then on it gets every change. */
  async join(connection: Connection, name: string, guest: boolean): Promise<void> {
    await this.ready
    const facts = this.#context.facts
    if (connection.closed || !facts) return
    const full = this.#presence.sockets(connection.personId) >= roomLimits.sockets
    if (full || this.#shared.allowances.of(connection.personId).gate.left() <= 0) {
      connection.close(full ? 'tooMany' : 'tooFast')
      return
    }
    this.#outbox.flush()
    this.connections.add(connection)
    this.#presence.arrived(connection, name, guest)
    const { trouble } = this.#shared.writer
    if (connection.extended)
      connection.write([
        extendedFrame(messageType.welcome, this.#presence.welcome(connection, boardAndSession(facts))),
        ...(trouble ? [extendedFrame(messageType.notice, storageNotice[trouble])] : []),
      ])
    // Recorded at the start, so that a later change of phase gives a grace period to people who are already connected.
    if (!this.#draft) this.phase()
    requestMissing(connection, this.doc)
    this.queryAwareness(connection)
    if (!this.#held) connection.listen(this)
  }

  /** Stops accepting updates until `release`: what has come so far is the document. */
  hold(): void {
    this.#held = true
    for (const connection of this.connections) connection.hold()
  }
  release(): void {
    this.#held = false
    for (const connection of this.connections) connection.listen(this)
  }

  /** Returns the name on this board of a person who joined. */
  nameOf(personId: string): string | undefined {
    return this.#presence.nameOf(personId)
  }

  left(connection: Connection): void {
    this.lastUsed = performance.now()
    this.#heldBack.left(connection)
    if (this.connections.delete(connection)) this.#presence.left(connection)
  }

  // What connections send

  step1(connection: Connection, stateVector: Uint8Array): void {
    this.#live.answers.ask(connection, stateVector)
  }

  update(connection: Connection, update: Uint8Array, ordinal: number, answersStep1: boolean): void {
    if (answersStep1) step1Answered(connection)
    if (this.#shared.writer.trouble || connection.unsynced) {
      connection.unsynced = true
      return
    }
    const verdict = this.#live.gate.admit(connection, update, this.phases())
    if (verdict === null) return
    if (!verdict.ok) {
      if (verdict.gap && !answersStep1) resync(connection, this.doc)
      else tellRefusal(connection, verdict.refused, this.doc, this.#outbox)
      return
    }
    for (const client of verdict.leases) this.#presence.lease(connection, client)
    const { document, log } = this.#live
    try {
      log.submit(document.apply(verdict.update, connection), connection.personId, connection)
    } catch (error) {
      this.#shared.log.error({ err: error, docId: this.docId }, 'an admitted update could not be applied')
      connection.close('badMessage')
      return
    }
    log.storeLeases()
    log.whenDurable(document.seq, durable => {
      if (!durable) connection.unsynced = true
      else if (connection.extended && ordinal > connection.saved) {
        connection.saved = ordinal
        this.#outbox.send(connection, extendedFrame(messageType.saved, ordinal))
      }
    })
  }

  awareness(connection: Connection, update: Uint8Array): void {
    const { document, log } = this.#live
    this.#presence.receive(connection, update, client => document.isUnused(client))
    log.storeLeases()
  }

  queryAwareness(connection: Connection): void {
    this.#presence.showAll(connection)
  }

  request(connection: Connection, text: string): void {
    const { allowances, dispatch } = this.#shared
    if (allowances.of(connection.personId).requests.take(1))
      dispatch(this, connection, text).then(
        result => this.#outbox.send(connection, extendedFrame(messageType.result, result)),
        () => connection.close('badMessage'),
      )
    else connection.close('tooFast')
  }

  // What the server does

  /** Runs one transaction of the server; resolves when it is durable. A body that throws leaves no change. */
  async write(command: string, personId: string | null, body: (doc: Y.Doc) => void): Promise<void> {
    await this.ready
    const { trouble } = this.#shared.writer
    if (trouble) throw storageFailed(trouble)
    this.#context.demandUnsealed()
    const { document, gate, log } = this.#live
    const share = gate.shareOf(personId)
    const written = document.transact(body, new ServerOrigin(command, personId))
    if (written.length > 0) this.#presence.leaseServer(this.doc.clientID)
    log.submit(written, personId, null)
    for (const update of written) share?.charge(update.length)
    this.phase()
    await this.settled()
  }

  /** Resolves when everything admitted so far is durable; rejects if it never will be. */
  settled(): Promise<void> {
    const { document, log } = this.#live
    return new Promise((resolve, reject) =>
      log.whenDurable(document.seq, durable =>
        durable ? resolve() : reject(storageFailed(this.#shared.writer.trouble)),
      ),
    )
  }

  /** Refreshes title, session and seal after they changed in the store. */
  async boardChanged(): Promise<void> {
    await this.ready
    const facts = await this.#context.readAnew()
    await this.#presence.readRoster(facts.board, facts.session)
    this.#tell(messageType.roster, boardAndSession(facts) satisfies RosterChange)
  }

  /** Refreshes roles that changed in the store, also of people who are not connected. */
  async peopleChanged(): Promise<void> {
    await this.ready
    const facts = this.#context.facts
    if (facts) await this.#presence.readRoster(facts.board, facts.session)
  }

  notify(notice: Notice, personIds?: readonly string[]): void {
    if (!personIds) this.#tell(messageType.notice, notice)
    else
      for (const connection of this.connections)
        if (connection.extended && personIds.includes(connection.personId))
          this.#outbox.send(connection, extendedFrame(messageType.notice, notice))
  }

  /** Storage works again: asks every client for updates that were not accepted. */
  storageRecovered(): void {
    for (const connection of this.connections) if (connection.unsynced) requestMissing(connection, this.doc)
  }

  closeAll(reason: CloseReason): void {
    this.#outbox.flush()
    for (const connection of this.connections) connection.close(reason)
  }

  /** Resolves when a keyframe of everything durable is stored, or cannot be. */
  async keyframe(): Promise<void> {
    await this.#loaded?.keyframes?.finish()
  }

  destroy(): void {
    this.#presence.destroy()
    this.#loaded?.document.doc.destroy()
  }

  /** An update of this document is on the disk, and everybody has been told. */
  #stored(): void {
    const { document, keyframes } = this.#live
    keyframes?.check()
    if (this.#draft) this.#shared.draftChanged(this)
    else this.#shared.recordings.grew(this.docId, document.durable)
  }

  /** Queued updates were lost; with a full disk people stay connected, to be asked for them again. */
  #lost(error: StoreError): void {
    if (error.kind !== 'full') this.closeAll('storage')
  }

  #tell(type: number, body: unknown): void {
    this.#outbox.broadcast(extendedFrame(type, body), 'extended')
  }
}
