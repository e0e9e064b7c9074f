import { messageLimits, messageType, type RosterChange, type Welcome } from '#lib/protocol/messages.ts'
import { serverPerson } from '#server/base/server-person.ts'
import type { LeaseRecord } from '../store/log-store.ts'
import type { BoardRecord, SessionRecord, Store } from '../store/store.ts'
import type { Allowances } from './allowances.ts'
import { AwarenessRelay } from './awareness.ts'
import type { Connection } from './connection.ts'
import { extendedFrame } from './frames.ts'
import { Bucket, roomLimits } from './limits.ts'
import type { Outbox } from './outbox.ts'
import { RoomRoster } from './roster.ts'

/**
 * Who is in a room, their cursors, and the person of each client id. Cursors and people leave together, once per tick.
 */
export class RoomPresence {
  readonly #docId: string
  readonly #connections: ReadonlySet<Connection>
  readonly #outbox: Outbox
  readonly #awareness = new AwarenessRelay()
  readonly #leases = new Map<number, string>()
  readonly #roster: RoomRoster
  /** What each person may still bring to this board, counted across their reconnections. */
  readonly #allowances = new Map<string, { leases: Bucket; parts: Bucket }>()
  readonly #people: Allowances
  /** Who has asked for everybody's cursors and waits for them. */
  readonly #asking = new Set<Connection>()
  /** Leases that are not on the disk yet. */
  #fresh: LeaseRecord[] = []
  #ticking: NodeJS.Timeout | null = null
  #ticked = 0

  constructor(
    docId: string,
    { store, allowances }: { store: Store; allowances: Allowances },
    connections: ReadonlySet<Connection>,
    outbox: Outbox,
  ) {
    this.#docId = docId
    this.#people = allowances
    this.#connections = connections
    this.#outbox = outbox
    this.#roster = new RoomRoster(store, this.#leases)
  }

  /** The person of each client id, for good. */
  get leases(): ReadonlyMap<number, string> {
    return this.#leases
  }

  loaded(leases: ReadonlyMap<number, string>): void {
    for (const [client, personId] of leases) this.#leases.set(client, personId)
  }

  async readRoster(board: BoardRecord, session: SessionRecord | null): Promise<void> {
    await this.#roster.read(board, session)
    this.#tick()
  }

  arrived(connection: Connection, name: string, guest: boolean): void {
    this.#roster.arrived(connection, name, guest)
    this.#tick()
  }

  /** Returns a person's name on this board. */
  nameOf(personId: string): string | undefined {
    return this.#roster.name(personId)
  }

  left(connection: Connection): void {
    this.#asking.delete(connection)
    this.#awareness.leave(connection)
    if (!this.here(connection.personId)) this.#roster.left(connection.personId)
    this.#tick()
  }

  here(personId: string): boolean {
    return this.sockets(personId) > 0
  }

  sockets(personId: string): number {
    let count = 0
    for (const connection of this.#connections) if (connection.personId === personId) count += 1
    return count
  }

  welcome(connection: Connection, facts: Pick<Welcome, 'board' | 'session'>): Welcome {
    return this.#roster.welcome(connection, facts)
  }

  /** Sends everybody's cursors to a connection with the next tick, once for all who ask until then. */
  showAll(connection: Connection): void {
    this.#asking.add(connection)
    this.#tick()
  }

  /** Handles an awareness message; throws on a damaged one. `unused`: whether a client id still belongs to nobody. */
  receive(connection: Connection, update: Uint8Array, unused: (client: number) => boolean): void {
    const { readCursors, shown } = this.#people.of(connection.personId)
    // What is left out is soon replaced.
    if (!readCursors.take(update.length)) return
    this.#awareness.receive(connection, update, client => this.#shows(connection, client, unused), shown)
    this.#tick()
  }

  /** Number of client ids that a connection may still claim for its person. */
  leasesLeft({ personId, newClients }: Connection): number {
    return Math.min(roomLimits.newClients - newClients, Math.floor(this.#allowance(personId).leases.left()))
  }

  /** Subtracts this many parts from a person's allowance; returns false when it is exceeded. */
  takeParts(personId: string, parts: number): boolean {
    return this.#allowance(personId).parts.take(parts)
  }

  #allowance(personId: string) {
    const known = this.#allowances.get(personId)
    if (known) return known
    const fresh = { leases: new Bucket(roomLimits.leases), parts: new Bucket(messageLimits.parts) }
    this.#allowances.set(personId, fresh)
    return fresh
  }

  lease(connection: Connection, client: number): void {
    connection.newClients += 1
    this.#allowance(connection.personId).leases.take(1)
    this.#add(client, connection.personId)
    this.#roster.leased(client)
    this.#tick()
  }

  /** Reserves the client id under which the server writes. */
  leaseServer(client: number): void {
    if (!this.#leases.has(client)) this.#add(client, serverPerson)
  }

  /** Returns the leases to store now; call `giveBack` when storing them failed. */
  takeFresh(): LeaseRecord[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
  giveBack(leases: readonly LeaseRecord[]): void {
    this.#fresh.push(...leases)
  }

  destroy(): void {
    if (this.#ticking) clearTimeout(this.#ticking)
  }

  #add(client: number, personId: string): void {
    this.#leases.set(client, personId)
    this.#fresh.push({ docId: this.#docId, client, personId })
  }

  /**
   * Whether an awareness record is the sender's own: the first client id that the connection shows, if nobody else has
   * it. A stock provider repeats the records of others, also of the same person's other tab.
   */
  #shows(connection: Connection, client: number, unused: (client: number) => boolean): boolean {
    if (connection.shows !== null) return connection.shows === client
    const owner = this.#leases.get(client)
    if (owner === undefined ? !unused(client) || this.leasesLeft(connection) < 1 : owner !== connection.personId)
      return false
    for (const other of this.#connections) if (other.shows === client) return false
    connection.shows = client
    if (owner === undefined) this.lease(connection, client)
    return true
  }

  /** Sends at once after a quiet spell, then at a steady interval while something changes. */
  #tick(): void {
    if (this.#ticking || !(this.#awareness.waiting || this.#roster.waiting || this.#asking.size > 0)) return
    const wait = Math.max(0, this.#ticked + AwarenessRelay.tick(this.#connections.size) - performance.now())
    this.#ticking = setTimeout(() => {
      this.#ticking = null
      this.#ticked = performance.now()
      if (this.#roster.waiting)
        this.#outbox.broadcast(
          extendedFrame(messageType.roster, this.#roster.drain() satisfies RosterChange),
          'extended',
        )
      const changed = this.#awareness.drain()
      if (changed) this.#outbox.broadcast(changed, 'cursors')
      this.#answer()
      this.#tick()
    }, wait)
  }

  /** Those for whom it would be too much now are answered later. */
  #answer(): void {
    const all = this.#asking.size > 0 ? this.#awareness.all() : null
    for (const connection of this.#asking) {
      if (all && !connection.closed && !this.#people.of(connection.personId).asked.take(all.length)) continue
      if (all) this.#outbox.send(connection, all)
      this.#asking.delete(connection)
    }
  }
}
