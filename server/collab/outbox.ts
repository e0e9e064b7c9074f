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
      const row = inRow(items)
      const authors = new Set(items.map(item => item.from))
      const [forOwn, forStock] = [stretches(row, () => true), stretches(row, item => item.kind !== 'extended')]
      const forOne = (connection: Connection) =>
        stretches(
          row,
          item =>
            item.from !== connection &&
            (item.kind === 'sync' || (item.kind === 'extended' ? connection.extended : !connection.congested)),
        )
      for (const connection of this.#connections) {
        const shared =
          authors.has(connection) || connection.congested ? forOne(connection) : connection.extended ? forOwn : forStock
        const single = this.#single.get(connection)
        connection.write(single ? [...shared, ...single] : shared)
      }
    } else for (const [connection, frames] of this.#single) connection.write(frames)
    this.#single.clear()
  }

  #schedule(): void {
    if (this.#timer !== null) return
    const wait = this.#last + this.#connections.size / 40 - performance.now()
    this.#timer = wait < 1 ? setImmediate(() => this.flush()) : setTimeout(() => this.flush(), wait)
  }
}

/** Frames up to this size are copied beside each other, so that they leave in one piece; larger ones stand alone. */
const small = 16 * 1024

/** An item and where its frame stands: in a buffer that it may share with its neighbours. */
interface Placed {
  item: Item
  buffer: Buffer
  from: number
  to: number
}

/** Copies small frames into common buffers, once for everybody. */
function inRow(items: readonly Item[]): Placed[] {
  const row: Placed[] = []
  for (let i = 0; i < items.length; ) {
    const run: Item[] = []
    for (let item = items[i]; item && item.frame.length <= small; item = items[i + run.length]) run.push(item)
    if (run.length > 1) {
      const buffer = Buffer.concat(run.map(({ frame }) => frame))
      let from = 0
      for (const item of run) {
        row.push({ item, buffer, from, to: from + item.frame.length })
        from += item.frame.length
      }
    } else {
      const item = items[i]
      if (item) row.push({ item, buffer: item.frame, from: 0, to: item.frame.length })
    }
    i += Math.max(1, run.length)
  }
  return row
}

/** The chosen frames as few views of these buffers: nothing is copied. */
function stretches(row: readonly Placed[], chosen: (item: Item) => boolean): Buffer[] {
  const found: Placed[] = []
  for (const placed of row) {
    if (!chosen(placed.item)) continue
    const last = found.at(-1)
    if (last && last.buffer === placed.buffer && last.to === placed.from) last.to = placed.to
    else found.push({ ...placed })
  }
  return found.map(({ buffer, from, to }) => (to - from === buffer.length ? buffer : buffer.subarray(from, to)))
}
