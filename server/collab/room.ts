import * as Y from 'yjs'
import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { ServerOrigin } from '#lib/board/origin.ts'
import { reservedClient } from '#lib/gate/structure.ts'
import type { CloseReason } from '#lib/protocol/close-codes.ts'
import { messageType, type Notice, type Refused, type Result, type RosterChange } from '#lib/protocol/messages.ts'
import { currentSession, phaseOf } from '../access.ts'
import { AppError, forbidden, notFound } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Recordings } from '../replay/recordings.ts'
import type { LeaseRecord } from '../store/log-store.ts'
import type { BoardRecord, SessionRecord, Store, StoreError } from '../store/store.ts'
import { admit } from './admit.ts'
import type { Connection, Receiver } from './connection.ts'
import { loadDocument } from './document.ts'
import { draftPhases } from './drafts.ts'
import { ownFrame, step1Frame, step2Frame } from './frames.ts'
import type { KeyframeFolder } from './keyframes.ts'
import { limits } from './limits.ts'
import type { LogWriter } from './log-writer.ts'
import { Outbox } from './outbox.ts'
import { Phases } from './phases.ts'
import { Presence } from './presence.ts'
import { RoomDocument } from './room-document.ts'
import { RoomKeyframes } from './room-keyframes.ts'
import { placeOf } from './roster.ts'

/** What rooms share. */
export interface Shared {
  store: Store
  log: Log
  writer: LogWriter
  folder: KeyframeFolder
  recordings: Pick<Recordings, 'grew'>
  /** Runs a request of a connection and answers its result. */
  dispatch(room: Room, connection: Connection, text: string): Promise<Result>
  /** The room of a board; drafts ask it what may be done now. */
  board(boardId: string): Room
  /** Something in a document of private notes is durable. */
  draftChanged(room: Room): void
}

interface Waiter {
  seq: number
  /** false: it will never be durable, and is gone from memory. */
  run(durable: boolean): void
}

export const storageFailed = () =>
  new AppError(503, 'storage', 'The server cannot store changes right now. Nothing that was saved is lost.')

/** One document and the people on it: admits updates, stores them, and only then shows them to the others. */
export class Room implements Receiver {
  readonly docId: string
  readonly boardId: string
  readonly connections = new Set<Connection>()
  /** Resolves when it is loaded; rejects with AppError or DamagedDocument. */
  readonly ready: Promise<void>
  lastUsed = performance.now()

  readonly #shared: Shared
  readonly #outbox = new Outbox(this.connections)
  readonly #presence: Presence
  #document: RoomDocument | null = null
  #keyframes: RoomKeyframes | null = null
  #place: { board: BoardRecord; session: SessionRecord | null; phase: Phase } | null = null
  readonly #phases = new Phases()
  #waiters: Waiter[] = []
  /** Updates of the server's own transaction, while it runs. */
  #capture: Uint8Array[] | null = null
  #held = false

  constructor(docId: string, shared: Shared) {
    this.docId = docId
    this.boardId = docId.split('.', 1)[0] ?? docId
    this.#shared = shared
    this.#presence = new Presence(docId, shared.store, this.connections, this.#outbox)
    this.ready = this.#load()
    this.ready.catch(() => {})
  }

  async #load(): Promise<void> {
    const { store, log } = this.#shared
    const [stored] = await Promise.all([loadDocument(store.log, this.docId, log), this.#readPlace()])
    if (this.#draft) await this.#shared.board(this.boardId).ready
    this.#presence.loaded(stored.leases)
    const document = new RoomDocument(stored, (update, origin) => this.#emitted(update, origin))
    this.#document = document
    if (this.#place) await this.#presence.readRoster(this.#place.board, this.#place.session)
    const { cache } = document
    // A draft is small and is to be erased without a trace: no second copy of it.
    if (this.#draft) return
    this.#keyframes = new RoomKeyframes(this.docId, cache, this.#shared)
    if (cache.base && cache.base.seq !== stored.keyframe?.seq) this.#keyframes.keepBase()
  }

  async #readPlace(): Promise<void> {
    const { store } = this.#shared
    const [board, sessions] = await Promise.all([store.boards.get(this.boardId), store.sessions.ofBoard(this.boardId)])
    if (!board) throw notFound()
    const session = currentSession(sessions)
    this.#place = { board, session, phase: phaseOf(board, session) }
  }

  get #live(): RoomDocument {
    if (!this.#document) throw new Error(`${this.docId} is not loaded`)
    return this.#document
  }
  get #draft(): boolean {
    return this.docId !== this.boardId
  }
  get doc(): Y.Doc {
    return this.#live.doc
  }

  /** The phases that count for an update: what holds now, and after it what held until a moment ago. */
  phases(): readonly [Phase, ...Phase[]] {
    if (this.#draft) return draftPhases(this.#shared.board(this.boardId).phases(), this.docId)
    return [this.phase(), ...this.#phases.before]
  }

  /** What the policy depends on, now; asked after every write of the server too, so that grace begins with the change. */
  phase(): Phase {
    if (this.#draft) return this.#shared.board(this.boardId).phase()
    if (!this.#place) throw new Error(`${this.docId} is not loaded`)
    const { phase, since } = this.#live.phase(this.#place.phase)
    this.#phases.note(phase, since)
    return phase
  }

  // Coming and going

  /** Greets a connection once the room is loaded; from then on it is told everything. */
  async join(connection: Connection, name: string, guest: boolean): Promise<void> {
    await this.ready
    if (connection.closed || !this.#place) return
    if (this.#presence.sockets(connection.personId) >= limits.sockets) {
      connection.close('tooMany')
      return
    }
    this.#outbox.flush()
    this.connections.add(connection)
    this.#presence.arrived(connection, name, guest)
    if (connection.own)
      connection.write(null, [
        ownFrame(messageType.welcome, this.#presence.welcome(connection, placeOf(this.#place))),
        ...(this.#shared.writer.full ? [ownFrame(messageType.notice, storageFull)] : []),
      ])
    // Known from the beginning: whoever writes when it has changed was here before.
    if (!this.#draft) this.phase()
    this.#ask(connection)
    this.queryAwareness(connection)
    if (!this.#held) connection.listen(this)
  }

  /** Takes nothing more in until `release`: what came so far is the document. */
  hold(): void {
    this.#held = true
    for (const connection of this.connections) connection.hold()
  }
  release(): void {
    this.#held = false
    for (const connection of this.connections) connection.listen(this)
  }

  /** What somebody who came is called here. */
  nameOf(personId: string): string | undefined {
    return this.#presence.nameOf(personId)
  }

  left(connection: Connection): void {
    this.lastUsed = performance.now()
    if (this.connections.delete(connection)) this.#presence.left(connection)
  }

  // What connections send

  step1(connection: Connection, stateVector: Uint8Array): void {
    const { doc, seq, cache } = this.#live
    if (stateVector.length === 1) {
      connection.write(null, cache.frames())
      return
    }
    const answer = step2Frame(Y.encodeStateAsUpdate(doc, stateVector))
    this.#whenDurable(seq, durable => connection.write(null, durable ? [answer] : cache.frames()))
  }

  update(connection: Connection, update: Uint8Array, ordinal: number, answersStep1: boolean): void {
    if (answersStep1 && connection.askedFor > 0) {
      connection.askedFor -= 1
      if (connection.askedFor === 0) connection.outOfStep = false
    }
    if (this.#shared.writer.full || connection.outOfStep) {
      connection.outOfStep = true
      return
    }
    const verdict = this.#admit(connection, update)
    if (!verdict.ok) {
      if (verdict.gap && !answersStep1) this.#bringInStep(connection)
      else this.#refuse(connection, verdict.refused)
      return
    }
    if (!this.#presence.takeParts(connection.personId, verdict.parts)) {
      connection.close('tooFast')
      return
    }
    for (const client of verdict.leases) this.#presence.lease(connection, client)
    try {
      Y.applyUpdate(this.#live.doc, verdict.update, connection)
    } catch (error) {
      this.#shared.log.error({ err: error, docId: this.docId }, 'an admitted update could not be applied')
      this.#live.rebuild()
      connection.close('badMessage')
      return
    }
    this.#storeLeases()
    this.#whenDurable(this.#live.seq, durable => {
      if (!durable) connection.outOfStep = true
      else if (connection.own && ordinal > connection.saved) {
        connection.saved = ordinal
        this.#outbox.send(connection, ownFrame(messageType.saved, ordinal))
      }
    })
  }

  awareness(connection: Connection, update: Uint8Array): void {
    const { doc } = this.#live
    const unused = (client: number) =>
      client < reservedClient && client !== doc.clientID && Y.getState(doc.store, client) === 0
    this.#presence.receive(connection, update, unused)
    this.#storeLeases()
  }

  queryAwareness(connection: Connection): void {
    this.#presence.showAll(connection)
  }

  request(connection: Connection, text: string): void {
    this.#shared.dispatch(this, connection, text).then(
      result => this.#outbox.send(connection, ownFrame(messageType.result, result)),
      () => connection.close('badMessage'),
    )
  }

  // What the server does

  /** One transaction of the server; resolves when it is durable. A body that throws leaves no trace. */
  async write(command: string, personId: string | null, body: (doc: Y.Doc) => void): Promise<void> {
    await this.ready
    if (this.#shared.writer.full) throw storageFailed()
    this.#demandUnsealed()
    const live = this.#live
    const captured: Uint8Array[] = []
    this.#capture = captured
    try {
      live.doc.transact(() => body(live.doc), new ServerOrigin(command, personId))
    } catch (error) {
      if (captured.length > 0) live.rebuild()
      throw error
    } finally {
      this.#capture = null
    }
    if (captured.length > 0) this.#presence.leaseServer(live.doc.clientID)
    for (const update of captured) this.#submit(update, personId, null)
    this.phase()
    await this.settled()
  }

  /** Resolves when everything admitted so far is durable; rejects if it never will be. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#whenDurable(this.#live.seq, durable => (durable ? resolve() : reject(storageFailed()))),
    )
  }

  /** Title, session or seal changed in the store. */
  async placeChanged(): Promise<void> {
    await this.ready
    await this.#readPlace()
    if (!this.#place) return
    this.#phases.reset()
    await this.#presence.readRoster(this.#place.board, this.#place.session)
    this.#tell(messageType.roster, placeOf(this.#place) satisfies RosterChange)
  }

  /** Roles changed in the store, of people who may not be here. */
  async peopleChanged(): Promise<void> {
    await this.ready
    if (this.#place) await this.#presence.readRoster(this.#place.board, this.#place.session)
  }

  notify(notice: Notice, personIds?: readonly string[]): void {
    if (!personIds) this.#tell(messageType.notice, notice)
    else
      for (const connection of this.connections)
        if (connection.own && personIds.includes(connection.personId))
          this.#outbox.send(connection, ownFrame(messageType.notice, notice))
  }

  /** There is room on the disk again: what was not taken in is asked for. */
  storageRecovered(): void {
    for (const connection of this.connections) if (connection.outOfStep) this.#ask(connection)
  }

  closeAll(reason: CloseReason): void {
    this.#outbox.flush()
    for (const connection of this.connections) connection.close(reason)
  }

  /** Resolves when a keyframe of everything durable is stored, or cannot be. */
  async keyframe(): Promise<void> {
    await this.#keyframes?.finish()
  }

  destroy(): void {
    this.#presence.destroy()
    this.#document?.doc.destroy()
  }

  // Within

  #admit(connection: Connection, update: Uint8Array) {
    const { personId, role } = connection
    return admit(
      {
        doc: this.#live.doc,
        leases: this.#presence.leases,
        phases: this.phases(),
        sender: { personId, role, newClients: this.#presence.leasesLeft(connection) },
        draft: this.#draft,
        left: limits.board - this.#live.cache.size,
      },
      update,
    )
  }

  /** What a command began before the seal, and would write after it, is late: nobody changes a finished board. */
  #demandUnsealed(): void {
    const answer = this.#place && can('board.write', 'facilitator', this.#place.phase)
    if (answer && !answer.ok) throw forbidden(answer.reason)
  }

  #emitted(update: Uint8Array, origin: unknown): void {
    if (this.#capture) this.#capture.push(update)
    else {
      const from = origin as Connection
      this.#submit(update, from.personId, from)
    }
  }

  #submit(update: Uint8Array, actor: string | null, from: Connection | null): void {
    const live = this.#live
    const entry = { docId: this.docId, seq: live.admitted(update), at: Date.now(), actor, update }
    const leases = this.#presence.takeFresh()
    this.#shared.writer.submit({
      docId: this.docId,
      entries: [entry],
      leases,
      done: error => {
        if (error) this.#lost(error, leases)
        else {
          this.#outbox.broadcast(live.stored(), 'sync', from)
          this.#settle(live.durable, true)
          this.#keyframes?.check()
          if (this.#draft) this.#shared.draftChanged(this)
          if (!this.#draft) this.#shared.recordings.grew(this.docId, live.durable)
        }
      },
    })
  }

  /** Leases that came with nothing to store beside them. */
  #storeLeases(): void {
    const leases = this.#presence.takeFresh()
    if (leases.length === 0) return
    const done = (error: StoreError | null) => {
      if (error) this.#presence.giveBack(leases)
    }
    this.#shared.writer.submit({ docId: this.docId, entries: [], leases, done })
  }

  #lost(error: StoreError, leases: readonly LeaseRecord[]): void {
    this.#presence.giveBack(leases)
    const live = this.#live
    if (live.seq === live.durable) return
    live.dropInFlight()
    this.#settle(Number.POSITIVE_INFINITY, false)
    if (error.kind !== 'full') this.closeAll('storage')
  }

  #whenDurable(seq: number, run: Waiter['run']): void {
    if (seq <= this.#live.durable) run(true)
    else this.#waiters.push({ seq, run })
  }

  #settle(upTo: number, durable: boolean): void {
    const due = this.#waiters.findIndex(waiter => waiter.seq > upTo)
    const ready = this.#waiters.splice(0, due < 0 ? this.#waiters.length : due)
    for (const waiter of ready) waiter.run(durable)
  }

  #refuse(connection: Connection, refused: Refused): void {
    this.#shared.log.info({ docId: this.docId, personId: connection.personId, rule: refused.rule }, 'refused an update')
    if (connection.own) {
      connection.outOfStep = true
      this.#outbox.send(connection, ownFrame(messageType.refused, refused))
      return
    }
    // A stock client cannot be told; asking it for what is missing heals a gap once the policy allows it.
    const now = performance.now()
    if (now - connection.lastAsked < 2000) return
    this.#ask(connection)
  }

  /** Two messages crossed: what it sends is left out until it has answered with all that it has. */
  #bringInStep(connection: Connection): void {
    connection.outOfStep = true
    if (connection.askedFor === 0) this.#ask(connection)
  }

  #ask(connection: Connection): void {
    connection.lastAsked = performance.now()
    connection.askedFor += 1
    connection.write(step1Frame(Y.encodeStateVector(this.#live.doc)))
  }

  #tell(type: number, body: unknown): void {
    this.#outbox.broadcast(ownFrame(type, body), 'own')
  }
}

export const storageFull: Notice = {
  kind: 'storage-full',
  message: 'The server’s disk is full: changes wait here and are saved when there is room.',
}
