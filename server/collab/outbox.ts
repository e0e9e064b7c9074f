import type { Connection } from './connection.ts'

/**
 * `sync` is for everybody; `extended` for clients that know our own messages; `cursors` for clients that keep up,
 * because the next frame replaces it.
 */
type Kind = 'sync' | 'extended' | 'cursors'

interface Item {
  frame: Buffer
  kind: Kind
  /** The connection that sent the change and has it already. */
  from: Connection | null
}

/**
 * What leaves a room: frames collected for everybody and written once per client and flush. An idle room flushes at
 * the end of the turn; a busy one at most every (people / 40) ms, so that the writes per second stay bounded.
 */
export class Outbox {
  readonly #connections: ReadonlySet<Connection>
  #items: Item[] = []
  readonly #single = new Map<Connection, Buffer[]>()
  #timer: NodeJS.Immediate | NodeJS.Timeout | null = null
  #last = 0

  constructor(connections: ReadonlySet<Connection>) {
    this.#connections = connections
  }

  /** To everybody but the connection that it came from. */
  broadcast(frame: Buffer, kind: Kind, from: Connection | null = null): void {
    this.#items.push({ frame, kind, from })
    this.#schedule()
  }

  /** To one connection, after what is already waiting for everybody. */
  send(connection: Connection, frame: Buffer): void {
    const waiting = this.#single.get(connection)
    if (waiting) waiting.push(frame)
    else this.#single.set(connection, [frame])
    this.#schedule()
  }

  /** Writes what waits, now: before somebody joins, or at the end. */
  flush(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer as NodeJS.Timeout)
      clearImmediate(this.#timer as NodeJS.Immediate)
      this.#timer = null
    }
    this.#last = performance.now()
    const items = this.#items
    this.#items = []
    if (items.length > 0) {
      const authors = new Set(items.map(item => item.from))
      const forOwn = join(items)
      const forStock = items.some(item => item.kind === 'extended')
        ? join(items.filter(item => item.kind !== 'extended'))
        : forOwn
      const forOne = (connection: Connection) =>
        join(
          items.filter(
            item =>
              item.from !== connection &&
              (item.kind === 'sync' || (item.kind === 'extended' ? connection.extended : !connection.congested)),
          ),
        )
      for (const connection of this.#connections)
        connection.write(
          authors.has(connection) || connection.congested
            ? forOne(connection)
            : connection.extended
              ? forOwn
              : forStock,
          this.#single.get(connection),
        )
    } else for (const [connection, frames] of this.#single) connection.write(null, frames)
    this.#single.clear()
  }

  #schedule(): void {
    if (this.#timer !== null) return
    const wait = this.#last + this.#connections.size / 40 - performance.now()
    this.#timer = wait < 1 ? setImmediate(() => this.flush()) : setTimeout(() => this.flush(), wait)
  }
}

function join(items: readonly Item[]): Buffer | null {
  if (items.length < 2) return items[0]?.frame ?? null
  return Buffer.concat(items.map(item => item.frame))
}
