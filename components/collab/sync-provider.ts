import { readVarUint } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import {
  encodeMessage,
  messageType,
  type Notice,
  type Refused,
  type Request,
  type Result,
  type RosterChange,
  readMessageBody,
  type Welcome,
} from '#lib/protocol/messages.ts'
import { ackSocket } from './ack-socket.ts'
import { readResync } from './first-sync.ts'
import { Upload, type UploadEvents } from './upload.ts'

/** What a line tells its owner. */
export interface SyncEvents extends UploadEvents {
  connecting(): void
  /** The document is the server's as of now, and what was written here is on its way. */
  synced(): void
  /** The connection went away; `final` when the server says that coming back is pointless. */
  lost(close: { code: number; final: boolean } | null): void
  welcome(welcome: Welcome): void
  roster(change: RosterChange): void
  notice(notice: Notice): void
  result(result: Result): void
  refused(refusal: Refused): void
  saved(count: number): void
}

export interface SyncOptions {
  /** `ws://host/sync`, without the document. */
  address: string
  docId: string
  doc: Y.Doc
  Socket?: typeof WebSocket
}

/**
 * The connection of one document: y-websocket's provider, with our messages beside its own. Presence goes out for this
 * client only; the stock provider would send everybody's back to the server.
 */
export class SyncProvider {
  readonly awareness: Awareness
  readonly #provider: WebsocketProvider
  readonly #events: SyncEvents

  constructor({ address, docId, doc, Socket = WebSocket }: SyncOptions, events: SyncEvents) {
    this.#events = events
    this.awareness = new Awareness(doc)
    const upload = new Upload(doc, events)
    const provider = new WebsocketProvider(address, docId, doc, {
      connect: false,
      awareness: this.awareness,
      params: { v: '1' },
      disableBc: true,
      maxBackoffTime: 5_000,
      WebSocketPolyfill: ackSocket(Socket, upload),
    })
    this.#provider = provider
    this.awareness.off('update', provider._awarenessUpdateHandler)
    this.awareness.on('update', this.#tellPresence)
    readResync(provider, known => void upload.answer(known))
    this.#handle<Result>(messageType.result, body => events.result(body))
    this.#handle<Refused>(messageType.refused, body => this.#refused(body))
    this.#handle<Welcome>(messageType.welcome, body => events.welcome(body))
    this.#handle<RosterChange>(messageType.roster, body => events.roster(body))
    this.#handle<Notice>(messageType.notice, body => events.notice(body))
    provider.messageHandlers[messageType.saved] = (_reply, decoder) => events.saved(readVarUint(decoder))
    provider.on('status', ({ status }) => {
      if (status === 'connecting') events.connecting()
    })
    provider.on('sync', synced => {
      if (synced) events.synced()
    })
    provider.on('connection-close', close => {
      upload.stop()
      if (close?.code === closeCodes.refused.code) provider.shouldConnect = false
      events.lost(close && { code: close.code, final: close.code >= 4400 && close.code < 4500 })
    })
  }

  /** What the provider marks transactions from the server with. */
  get origin(): unknown {
    return this.#provider
  }
  get synced(): boolean {
    return this.#provider.synced
  }
  /** Attempts since the connection last worked. */
  get attempts(): number {
    return this.#provider.wsUnsuccessfulReconnects
  }

  connect(): void {
    this.#provider.connect()
  }

  /** Drops the socket and tries again at once: the network has changed. */
  reconnect(): void {
    this.#provider.disconnect()
    this.#provider.connect()
  }

  /** Sends a command; false without a connection. */
  request(request: Request): boolean {
    return this.#send(encodeMessage(messageType.request, request))
  }

  destroy(): void {
    this.awareness.off('update', this.#tellPresence)
    this.#provider.destroy()
    this.awareness.destroy()
  }

  #handle<Body>(type: number, handler: (body: Body) => void): void {
    this.#provider.messageHandlers[type] = (_reply, decoder) => handler(readMessageBody(decoder) as Body)
  }

  /** The document cannot go on from here: no more connecting with it. */
  #refused(refusal: Refused): void {
    this.#provider.disconnect()
    this.#events.refused(refusal)
  }

  #send(message: Uint8Array): boolean {
    const { ws, wsconnected } = this.#provider
    if (!wsconnected || ws === null || ws.readyState !== ws.OPEN) return false
    ws.send(message as Uint8Array<ArrayBuffer>)
    return true
  }

  readonly #tellPresence = (change: Record<'added' | 'updated' | 'removed', number[]>): void => {
    const mine = this.awareness.clientID
    if (![...change.added, ...change.updated, ...change.removed].includes(mine)) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.awareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [mine]))
    this.#send(encoding.toUint8Array(encoder))
  }
}
