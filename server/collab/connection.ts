import type { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import type { Actor, Role } from '#lib/access/actor.ts'
import { type CloseReason, closeCodes } from '#lib/protocol/close-codes.ts'
import { messageLimits, messageType, type Person } from '#lib/protocol/messages.ts'
import { awarenessFrame } from './frames.ts'
import { Bucket, roomLimits } from './limits.ts'

/** What a room does with the messages of a connection. */
export interface Receiver {
  step1(connection: Connection, stateVector: Uint8Array): void
  /** A sync step 2 or an update; `ordinal` counts them on this connection, from 1. */
  update(connection: Connection, update: Uint8Array, ordinal: number, answersStep1: boolean): void
  awareness(connection: Connection, update: Uint8Array): void
  queryAwareness(connection: Connection): void
  request(connection: Connection, text: string): void
}

export interface Identity extends Pick<Actor, 'member'> {
  personId: string
  /** The sign-in whose cookie the socket was opened with. */
  signIn: string
  /** When that sign-in was made, ms. */
  signedInAt: number
  role: Role
  device: Person['device']
  /** Whether the client asked for our own messages (`?v=1`). */
  extended: boolean
}

/** One socket of one person on one document: reads messages within limits, writes whole frames, closes with a reason. */
export class Connection {
  readonly personId: string
  readonly signIn: string
  readonly signedInAt: number
  readonly role: Role
  readonly member: Actor['member']
  readonly device: Person['device']
  readonly extended: boolean
  /** The client id whose cursor this connection shows. */
  shows: number | null = null
  /** Client ids that this connection brought and that are new to the board. */
  newClients = 0
  /** Number of sync messages that were durable at the last acknowledgement. */
  saved = 0
  /**
   * Number of step 1 messages sent to the client and not yet answered: until the last answer its updates may lack
   * earlier ones.
   */
  openStep1s = 0
  /** Its updates are ignored until it has answered a step 1: at the beginning, and after an update was not accepted. */
  unsynced = true
  lastStep1At = 0
  closed = false

  readonly #ws: WebSocket
  readonly #socket: Duplex
  readonly #operations = new Bucket(roomLimits.operations)
  readonly #bytes = new Bucket(roomLimits.bytes)
  #received = 0
  /** Pings in a row that were not answered. */
  #unanswered = 0
  #wroteAt = performance.now()
  #receiver: Receiver | null = null
  #backlog: Buffer[] = []

  constructor(ws: WebSocket, socket: Duplex, identity: Identity) {
    this.#ws = ws
    this.#socket = socket
    this.personId = identity.personId
    this.signIn = identity.signIn
    this.signedInAt = identity.signedInAt
    this.role = identity.role
    this.member = identity.member
    this.device = identity.device
    this.extended = identity.extended
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (this.closed) return
      if (!isBinary) this.close('badMessage')
      else if (this.#receiver) this.#handle(this.#receiver, data)
      else this.#backlog.push(data)
    })
    ws.on('pong', () => {
      this.#unanswered = 0
    })
    ws.pause()
  }

  /** Starts or resumes reading; messages that came meanwhile are handled first. */
  listen(receiver: Receiver): void {
    this.#receiver = receiver
    const backlog = this.#backlog
    this.#backlog = []
    for (const data of backlog) if (!this.closed) this.#handle(receiver, data)
    if (!this.closed) this.#ws.resume()
  }

  /** Stops reading while its room is not ready. */
  hold(): void {
    this.#receiver = null
    this.#ws.pause()
  }

  /** Several whole frames in one write. */
  write(frames: readonly Buffer[]): void {
    const [first] = frames
    if (this.closed || !first) return
    const socket = this.#socket
    if (socket.writableLength > roomLimits.unsent) {
      this.close('tooSlow')
      return
    }
    this.#wroteAt = performance.now()
    if (frames.length === 1) {
      socket.write(first)
      return
    }
    socket.cork()
    for (const frame of frames) socket.write(frame)
    socket.uncork()
  }

  /** Whole frames in one write; resolves when the system has taken them, or the socket is gone. */
  deliver(frames: readonly Buffer[]): Promise<void> {
    const last = frames.at(-1)
    if (!last || this.closed) return Promise.resolve()
    this.write(frames.slice(0, -1))
    if (this.closed) return Promise.resolve()
    this.#wroteAt = performance.now()
    return new Promise(resolve => this.#socket.write(last, () => resolve()))
  }

  /** Whether cursors may be left out for now, because the socket does not keep up. */
  get congested(): boolean {
    return this.#socket.writableLength > roomLimits.unsentForAwareness
  }

  close(reason: CloseReason): void {
    if (this.closed) return
    this.closed = true
    const { code, says } = closeCodes[reason]
    this.#ws.resume()
    this.#ws.close(code, says)
    setTimeout(() => this.#ws.terminate(), 5000).unref()
  }

  /**
   * Every few seconds: ends a socket that left `patience` pings unanswered, and keeps quiet ones from looking dead
   * (y-websocket gives up after 30 s). One that is not being read cannot answer.
   */
  beat(patience: number): void {
    if (this.closed || this.#receiver === null) return
    if (this.#unanswered >= patience) {
      this.#ws.terminate()
      return
    }
    this.#unanswered += 1
    this.#ws.ping()
    if (performance.now() - this.#wroteAt > roomLimits.heartbeat / 2) this.write([nothingNew])
  }

  #handle(receiver: Receiver, data: Buffer): void {
    try {
      this.#read(receiver, data)
    } catch {
      // Whatever a decoder throws at: the bytes are the client's.
      this.close('badMessage')
    }
  }

  #read(receiver: Receiver, data: Buffer): void {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === messageType.awareness) {
      receiver.awareness(this, decoding.readVarUint8Array(decoder))
      return
    }
    if (!this.#operations.take(1) || !this.#bytes.take(data.length)) {
      this.close('tooFast')
      return
    }
    if (type === messageType.sync) this.#sync(receiver, decoder)
    else if (type === messageType.queryAwareness) receiver.queryAwareness(this)
    else if (type === messageType.request && this.extended) {
      if (data.length > messageLimits.request) this.close('tooLarge')
      else receiver.request(this, decoding.readVarString(decoder))
    } else this.close('badMessage')
  }

  #sync(receiver: Receiver, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (kind === 0) {
      if (body.length > messageLimits.liveUpdate) this.close('tooLarge')
      else if (this.#operations.take(roomLimits.step1)) receiver.step1(this, body)
      else this.close('tooFast')
      return
    }
    if (kind !== 1 && kind !== 2) {
      this.close('badMessage')
      return
    }
    const asked = kind === 1 && this.openStep1s > 0
    if (body.length > (asked ? messageLimits.firstSync : messageLimits.liveUpdate)) {
      this.close('tooLarge')
      return
    }
    this.#received += 1
    receiver.update(this, body, this.#received, kind === 1)
  }
}

const nothingNew = awarenessFrame([])
