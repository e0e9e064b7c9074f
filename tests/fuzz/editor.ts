import { setTimeout as sleep } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addEntity, setFields, textOf } from '#lib/board/commands/writer.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { messageType } from '#lib/protocol/messages.ts'
import type { Chance } from '#tests/drivers/random.ts'

/**
 * Somebody who edits at random over y-websocket's provider and remembers what the server has promised: every update
 * that it called saved, and every update of others that it passed on.
 */
export class Editor {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly promised: Uint8Array[] = []
  readonly seen: Uint8Array[] = []
  refused = 0
  edits = 0
  readonly #chance: Chance
  #checked: [promised: number, seen: number] = [0, 0]
  #working: Promise<void> | null = null
  #stopped = false
  #notes = 0
  readonly #name: string

  constructor(name: string, url: string, boardId: string, cookie: string, chance: Chance) {
    this.#name = name
    this.#chance = chance
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, boardId, this.doc, {
      params: { v: '1' },
      disableBc: true,
      maxBackoffTime: 100,
      WebSocketPolyfill: this.#socket(cookie),
    })
    const handlers = this.provider.messageHandlers
    for (let type = messageType.request; type <= messageType.notice; type += 1) handlers[type] = () => {}
    handlers[messageType.refused] = () => {
      this.refused += 1
    }
  }

  /** What was promised since the last call. */
  unchecked(): Uint8Array[] {
    const [promised, seen] = this.#checked
    this.#checked = [this.promised.length, this.seen.length]
    return [...this.promised.slice(promised), ...this.seen.slice(seen)]
  }

  /** Edits, with pauses and offline spells, until `rest`. */
  work(): void {
    this.#stopped = false
    this.#working = this.#work()
  }

  async rest(): Promise<void> {
    this.#stopped = true
    await this.#working
    if (!this.provider.shouldConnect) this.provider.connect()
  }

  async #work(): Promise<void> {
    const chance = this.#chance
    while (!this.#stopped) {
      this.#edit()
      await sleep(chance.below(30))
      if (chance.below(60) > 0) continue
      this.provider.disconnect()
      for (let edits = chance.below(8); edits > 0 && !this.#stopped; edits -= 1) {
        this.#edit()
        await sleep(chance.below(20))
      }
      this.provider.connect()
    }
  }

  #edit(): void {
    this.edits += 1
    const { doc } = this
    const chance = this.#chance
    const writer = { doc, newId: () => `${this.#name}${this.#notes++}` }
    const id = chance.pick([...rootOf(doc, 'notes').keys()])
    doc.transact(() => {
      if (id === undefined || chance.below(4) === 0) {
        const pos = [chance.below(4000), chance.below(2000)]
        addEntity(writer, 'notes', writer.newId(), { kind: 'step', pos, z: 'a0', text: this.#name })
        return
      }
      const text = textOf(doc, 'notes', id)
      switch (chance.below(5)) {
        case 0:
          setFields(writer, 'notes', id, { pos: [chance.below(4000), chance.below(2000)] })
          break
        case 1:
          setFields(writer, 'notes', id, { deleted: chance.below(2) === 0 })
          break
        case 2:
          if (text && text.length > 4) text.delete(chance.below(text.length - 3), 2)
          break
        default:
          if (text && text.length < 200) text.insert(chance.below(text.length + 1), `${this.#name} `)
      }
    })
  }

  #socket(cookie: string) {
    const editor = this
    return class extends WebSocket {
      /** Updates sent on this socket, in order; the server's count begins anew with each. */
      readonly #sent: Uint8Array[] = []
      #saved = 0

      constructor(address: string | URL) {
        super(address, { headers: { cookie } })
        this.on('message', (data: ArrayBuffer) => {
          const decoder = decoding.createDecoder(new Uint8Array(data))
          const type = decoding.readVarUint(decoder)
          // The server's own bytes: what the document makes of them may hold deletions by one's own work, not yet sent.
          if (type === messageType.sync && decoding.readVarUint(decoder) > 0)
            editor.seen.push(decoding.readVarUint8Array(decoder).slice())
          if (type !== messageType.saved) return
          const saved = decoding.readVarUint(decoder)
          editor.promised.push(...this.#sent.slice(this.#saved, saved))
          this.#saved = saved
        })
      }

      override send(data: Uint8Array): void {
        const decoder = decoding.createDecoder(data)
        if (decoding.readVarUint(decoder) === messageType.sync && decoding.readVarUint(decoder) > 0)
          this.#sent.push(decoding.readVarUint8Array(decoder).slice())
        super.send(data)
      }
    } as unknown as typeof globalThis.WebSocket
  }
}

/** What people would see of a document, in an order that does not depend on the replica. */
export function picture(doc: Y.Doc): string {
  const sorted = (_: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(Object.fromEntries(rootNames.map(name => [name, rootOf(doc, name).toJSON()])), sorted)
}
