import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import type { GatedBoard } from './gated-board.ts'
import type { Chance } from './random.ts'

/** One person's tab: a document that works on its own and meets the board through y-websocket's protocol. */
export class Seat {
  doc: Y.Doc = new Y.Doc()
  board: BoardModel = new BoardModel(this.doc)
  undo: BoardUndo = new BoardUndo(this.doc)
  readonly inbox: Uint8Array[] = []
  readonly outbox: Uint8Array[] = []
  online = false
  resets = 0
  readonly server: GatedBoard
  readonly personId: string
  role: Role
  readonly chance: Chance
  #made = 0

  constructor(server: GatedBoard, personId: string, role: Role, chance: Chance) {
    this.server = server
    this.personId = personId
    this.role = role
    this.chance = chance
    this.#fresh()
  }

  #fresh(): void {
    this.board.destroy()
    this.undo.destroy()
    this.doc = new Y.Doc()
    this.doc.clientID = 2 + this.chance.below(2 ** 32 - 3)
    this.board = new BoardModel(this.doc)
    this.undo = new BoardUndo(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net' && this.online) this.outbox.push(update)
    })
  }

  get writer(): Writer {
    return { doc: this.doc, newId: () => `${this.doc.clientID.toString(36)}-${this.#made++}` }
  }

  connect(): void {
    this.online = true
    this.server.join(this)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(this.doc)), 'net')
    this.outbox.push(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)))
  }

  disconnect(): void {
    this.online = false
    this.server.leave(this)
    this.inbox.length = 0
    this.outbox.length = 0
  }

  receiveOne(): void {
    const update = this.inbox.shift()
    if (update) Y.applyUpdate(this.doc, update, 'net')
  }

  sendOne(): void {
    const update = this.outbox.shift()
    if (!update) return
    const answer = this.server.receive(update, this.personId, this.role)
    if (answer.ok) return
    if (answer.resync) this.outbox.push(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)))
    else this.reset()
  }

  /** What a client does after a refusal: a fresh document, a new lease. */
  reset(): void {
    this.disconnect()
    this.resets += 1
    this.#fresh()
    this.connect()
  }

  drain(): void {
    if (!this.online) this.connect()
    for (let sent = 0; this.outbox.length > 0; sent++) {
      if (sent === 1_000) throw new Error('The same is asked for again and again.')
      this.sendOne()
    }
    while (this.inbox.length > 0) this.receiveOne()
  }
}
