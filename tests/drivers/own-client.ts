import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { commands, isCommandName } from '#lib/protocol/commands.ts'
import {
  encodeMessage,
  messageType,
  type Notice,
  type Refused,
  type Result,
  type RosterChange,
  readMessageBody,
  type Welcome,
} from '#lib/protocol/messages.ts'

/** A client of our own protocol (`?v=1`) that records every message and can send any bytes. */
export class OwnClient {
  readonly doc = new Y.Doc()
  readonly ws: WebSocket
  welcome: Welcome | null = null
  synced = false
  /** Sync messages sent, and how many of them the server has called durable. */
  sent = 0
  saved = 0
  /** How often the server asked for the client's state. */
  asked = 0
  closed: { code: number; reason: string } | null = null
  /** Every message as it came over the wire. */
  readonly received: Buffer[] = []
  /** Types of messages in the order in which they came. */
  readonly order: number[] = []
  readonly roster: RosterChange[] = []
  readonly refused: Refused[] = []
  readonly notices: Notice[] = []
  readonly #results = new Map<number, (result: Result) => void>()
  #requests = 0

  constructor(url: string, docId: string, cookie: string | null) {
    const headers = cookie === null ? {} : { cookie }
    this.ws = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${docId}?v=1`, { headers })
    this.ws.on('open', () => this.#step1())
    this.ws.on('message', (data: Buffer) => this.#read(data))
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
    })
    this.ws.on('error', () => {})
    this.doc.on('update', (update, origin) => {
      if (origin !== this) this.#update(update)
    })
  }

  send(bytes: Uint8Array): void {
    this.ws.send(bytes)
  }

  /** Sends an update that is not in this client's own document. */
  sendUpdate(update: Uint8Array): void {
    this.#update(update)
  }

  /** Sends any command with any input; throws when the answer is not what the command declares. */
  async request(command: string, input: unknown): Promise<Result> {
    this.#requests += 1
    const id = this.#requests
    this.send(encodeMessage(messageType.request, { id, command, input }))
    const result = await new Promise<Result>(resolve => this.#results.set(id, resolve))
    if (result.ok && isCommandName(command)) commands[command].answer.parse(result.value)
    return result
  }

  async close(): Promise<void> {
    if (this.ws.readyState === WebSocket.CLOSED) return
    const gone = once(this.ws, 'close')
    this.ws.close()
    await gone
  }

  #step1(): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    sync.writeSyncStep1(encoder, this.doc)
    this.send(encoding.toUint8Array(encoder))
  }

  #update(update: Uint8Array): void {
    if (this.ws.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    sync.writeUpdate(encoder, update)
    this.sent += 1
    this.send(encoding.toUint8Array(encoder))
  }

  #read(data: Buffer): void {
    this.received.push(data)
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    this.order.push(type)
    if (type === messageType.sync) this.#sync(decoder)
    else if (type === messageType.saved) this.saved = decoding.readVarUint(decoder)
    else if (type === messageType.welcome) this.welcome = readMessageBody(decoder) as Welcome
    else if (type === messageType.roster) this.roster.push(readMessageBody(decoder) as RosterChange)
    else if (type === messageType.refused) this.refused.push(readMessageBody(decoder) as Refused)
    else if (type === messageType.notice) this.notices.push(readMessageBody(decoder) as Notice)
    else if (type === messageType.result) {
      const result = readMessageBody(decoder) as Result
      this.#results.get(result.id)?.(result)
    }
  }

  #sync(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    const kind = sync.readSyncMessage(decoder, encoder, this.doc, this)
    if (kind === sync.messageYjsSyncStep2) this.synced = true
    if (kind !== sync.messageYjsSyncStep1) return
    this.asked += 1
    this.sent += 1
    this.send(encoding.toUint8Array(encoder))
  }
}
