import type { Made } from '#lib/board/snapshot.ts'
import type { Person, RosterChange, Welcome } from '#lib/protocol/messages.ts'

/** The participants, from the server: names, colours and roles never come from other browsers. */
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

/** Returns the roster after a change; fields missing in the change stay. */
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

/** Returns the author of an entity: the person that the server wrote, else the person of the creating client id. */
export function authorOf(roster: Roster, made: Made): Person | null {
  const id = made.by ?? roster.clients.get(made.client)
  return id === undefined ? null : (roster.people.get(id) ?? null)
}

/** People with an open connection: this person first, then by name. */
export const hereFirst = (roster: Roster): Person[] =>
  [...roster.people.values()].sort(
    (a, b) =>
      Number(b.id === roster.you?.personId) - Number(a.id === roster.you?.personId) ||
      Number(b.here) - Number(a.here) ||
      a.name.localeCompare(b.name),
  )
