import type { Socket } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Running } from './server.ts'

const [syncMessage, awarenessMessage, authMessage, syncReply] = [0, 1, 2, 4]

/**
 * One person in a room, by the least that a client does: with a document it reads and answers, without one it counts
 * what arrives, so that five hundred of them cost the bench little.
 */
export class Client {
  readonly doc: Y.Doc | null
  readonly ws: WebSocket
  bytes = 0
  /** Resolves when the server has sent the whole board. */
  readonly synced: Promise<void>
  onAwareness: (update: Uint8Array) => void = () => {}
  readonly #server: Running
  #synced: () => void = () => {}

  constructor(server: Running, person: number, { reads }: { reads: boolean }) {
    this.#server = server
    this.doc = reads ? new Y.Doc() : null
    this.synced = new Promise(resolve => {
      this.#synced = resolve
    })
    this.ws = new WebSocket(server.url(person), {
      headers: server.headers(person),
      perMessageDeflate: false,
      maxPayload: 2 ** 30,
      skipUTF8Validation: true,
    })
    this.ws.on('open', () => this.#greet())
    this.ws.on('message', (data: Buffer) => this.#read(data))
    this.ws.on('error', () => {})
    this.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.send(syncMessage, encoder => sync.writeUpdate(encoder, update))
    })
  }

  /** A cursor: any small state under this client's id. */
  point(client: number, clock: number, x: number): void {
    this.send(awarenessMessage, encoder => {
      const state = JSON.stringify({ cursor: [x, clock], at: Date.now() })
      const record = encoding.createEncoder()
      encoding.writeVarUint(record, 1)
      encoding.writeVarUint(record, client)
      encoding.writeVarUint(record, clock)
      encoding.writeVarString(record, state)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(record))
    })
  }

  send(type: number, write: (encoder: encoding.Encoder) => void): void {
    if (this.ws.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    if (this.#server.named) encoding.writeVarString(encoder, this.#server.docId)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.ws.send(encoding.toUint8Array(encoder))
  }

  /**
   * From now on what arrives is counted and no longer read: five hundred who read every frame would keep the bench busier
   * than the server, and its own delay would be measured.
   */
  stopReading(): void {
    const { _socket: socket } = this.ws as unknown as { _socket: Socket }
    socket.removeAllListeners('data')
    socket.on('data', (data: Buffer) => {
      this.bytes += data.length
    })
  }

  #greet(): void {
    if (this.#server.named)
      this.send(authMessage, encoder => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'token')
      })
    this.send(syncMessage, encoder => sync.writeSyncStep1(encoder, this.doc ?? empty))
  }

  #read(data: Buffer): void {
    this.bytes += data.length
    const decoder = decoding.createDecoder(data)
    if (this.#server.named) decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === awarenessMessage) this.onAwareness(data)
    if (type !== syncMessage && type !== syncReply) return
    const kind = decoding.peekVarUint(decoder)
    if (kind === sync.messageYjsSyncStep1) this.#answer(decoder)
    else if (this.doc) sync.readSyncMessage(decoder, encoding.createEncoder(), this.doc, this)
    if (kind === sync.messageYjsSyncStep2) this.#synced()
  }

  #answer(decoder: decoding.Decoder): void {
    decoding.readVarUint(decoder)
    const vector = decoding.readVarUint8Array(decoder)
    this.send(syncMessage, encoder => sync.writeSyncStep2(encoder, this.doc ?? empty, vector))
  }
}

const empty = new Y.Doc()
