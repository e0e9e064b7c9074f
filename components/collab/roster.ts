import type { Made } from '#lib/board/snapshot.ts'
import type { Person, RosterChange, Welcome } from '#lib/protocol/messages.ts'

/** Who takes part, as the server says: names, colours and roles never come from other browsers. */
export interface Roster {
  readonly you: Welcome['you'] | null
  readonly board: Welcome['board'] | null
  readonly session: Welcome['session']
  readonly people: ReadonlyMap<string, Person>
  /** Which person each clientID of the document belongs to. */
  readonly clients: ReadonlyMap<number, string>
}

export const emptyRoster: Roster = { you: null, board: null, session: null, people: new Map(), clients: new Map() }

export const welcomed = (welcome: Welcome): Roster => ({
  you: welcome.you,
  board: welcome.board,
  session: welcome.session,
  people: new Map(welcome.people.map(person => [person.id, person])),
  clients: new Map(welcome.clients),
})

/** The roster after a change; what the change does not name stays. */
export function rosterAfter(roster: Roster, change: RosterChange): Roster {
  const people = change.people
    ? new Map([...roster.people, ...change.people.map(p => [p.id, p] as const)])
    : roster.people
  return {
    you: roster.you,
    board: change.board ?? roster.board,
    session: change.session === undefined ? roster.session : change.session,
    people,
    clients: change.clients ? new Map([...roster.clients, ...change.clients]) : roster.clients,
  }
}

/** The person behind an entity: the one the server wrote, else the lease of the client that made it. */
export function authorOf(roster: Roster, made: Made): Person | null {
  const id = made.by ?? roster.clients.get(made.client)
  return id === undefined ? null : (roster.people.get(id) ?? null)
}

/** People with an open connection, oneself first, then by name. */
export const hereFirst = (roster: Roster): Person[] =>
  [...roster.people.values()].sort(
    (a, b) =>
      Number(b.id === roster.you?.personId) - Number(a.id === roster.you?.personId) ||
      Number(b.here) - Number(a.here) ||
      a.name.localeCompare(b.name),
  )
