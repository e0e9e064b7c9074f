import type { Role } from '#lib/access/actor.ts'
import { freeColour, personColour } from '#lib/people/colour.ts'
import type { Person, RosterChange, Welcome } from '#lib/protocol/messages.ts'
import type { Access } from '#server/base/access.ts'
import { serverPerson } from '#server/base/server-person.ts'
import type { BoardRecord, SessionRecord, Store } from '../store/store.ts'
import type { Connection } from './connection.ts'

/**
 * The people of a board: participants of its session, authors of its content, and everybody connected. Names, colours
 * and roles come only from here, so that no client can use another person's.
 */
export class RoomRoster {
  readonly #store: Store
  readonly #people = new Map<string, Person>()
  /** The room's leases, shared with it. */
  readonly #leases: ReadonlyMap<number, string>
  /** Pseudonyms of people whose names were erased from the workspace's history. */
  #pseudonyms: ReadonlyMap<string, string> = new Map()
  readonly #changedPeople = new Set<string>()
  readonly #changedClients = new Set<number>()

  constructor(store: Store, leases: ReadonlyMap<number, string>) {
    this.#store = store
    this.#leases = leases
  }

  /** Reads all people; called on loading and when the session changed. */
  async read(board: BoardRecord, session: SessionRecord | null): Promise<void> {
    const pseudonyms = await this.#store.history.pseudonyms(board.workspaceId)
    this.#pseudonyms = new Map(pseudonyms.map(({ personId, name }) => [personId, name]))
    for (const person of this.#people.values()) this.#put(person)
    const participants = session ? await this.#store.sessions.participants(session.id) : []
    const members = await this.#store.workspaces.members(board.workspaceId)
    for (const member of members) {
      const role = member.role === 'manager' ? 'manager' : 'facilitator'
      this.#put({ id: member.personId, name: member.name, role, guest: false })
    }
    for (const participant of participants)
      if (participant.status === 'in')
        this.#put({
          id: participant.personId,
          name: participant.name,
          role: participant.role,
          guest: participant.guest,
        })
    await this.readAuthors(new Set(this.#leases.values()))
  }

  /** Reads the names of people who wrote here and are in no session now. */
  async readAuthors(personIds: Iterable<string>): Promise<void> {
    const missing = [...personIds].filter(id => id !== serverPerson && !this.#people.has(id))
    for (const person of missing.length > 0 ? await this.#store.people.many(missing) : [])
      this.#put({ id: person.id, name: person.name, role: 'observer', guest: person.email === null })
  }

  arrived(connection: Connection, name: string, guest: boolean): void {
    const { personId, role } = connection
    const colour = this.#colourOf(personId)
    this.#put({ id: personId, name, role: visible(role), guest, here: true, device: connection.device, colour })
  }

  /** Two connected people have different colours, as long as there are enough colours. */
  #colourOf(personId: string): string {
    const taken = new Set<string>()
    for (const { id, here, colour } of this.#people.values()) if (here && id !== personId) taken.add(colour)
    return freeColour(this.#people.get(personId)?.colour ?? personColour(personId), taken)
  }

  /** Their last connection closed. */
  left(personId: string): void {
    const person = this.#people.get(personId)
    if (person) this.#put({ ...person, here: false })
  }

  leased(client: number): void {
    this.#changedClients.add(client)
  }

  name(personId: string): string | undefined {
    return this.#people.get(personId)?.name
  }

  get waiting(): boolean {
    return this.#changedPeople.size > 0 || this.#changedClients.size > 0
  }

  /** Returns what changed since the last call. */
  drain(): RosterChange {
    const people = [...this.#changedPeople].flatMap(id => this.#people.get(id) ?? [])
    const clients = [...this.#changedClients].map(
      client => [client, this.#leases.get(client) ?? ''] as [number, string],
    )
    this.#changedPeople.clear()
    this.#changedClients.clear()
    return { ...(people.length > 0 ? { people } : {}), ...(clients.length > 0 ? { clients } : {}) }
  }

  welcome(connection: Connection, facts: Pick<Welcome, 'board' | 'session'>): Welcome {
    return {
      you: { personId: connection.personId, role: visible(connection.role), member: connection.member },
      ...facts,
      serverTime: Date.now(),
      people: [...this.#people.values()],
      clients: [...this.#leases],
    }
  }

  #put(person: Pick<Person, 'id' | 'name' | 'role' | 'guest'> & Partial<Person>): void {
    const before = this.#people.get(person.id)
    const after: Person = {
      here: before?.here ?? false,
      device: before?.device ?? 'unknown',
      colour: before?.colour ?? personColour(person.id),
      ...person,
      name: this.#pseudonyms.get(person.id) ?? person.name,
    }
    if (before && JSON.stringify(before) === JSON.stringify(after)) return
    this.#people.set(person.id, after)
    this.#changedPeople.add(person.id)
  }
}

const visible = (role: Role): Person['role'] => (role === 'nobody' ? 'observer' : role)

/** Title, session and seal of a board, as sent to its people. */
export const boardAndSession = ({
  board,
  session,
}: Pick<Access, 'board' | 'session'>): Pick<Welcome, 'board' | 'session'> => ({
  board: { id: board.id, title: board.title, finished: board.finishedAt !== null },
  session: session ? { id: session.id, title: session.title, status: session.status } : null,
})
