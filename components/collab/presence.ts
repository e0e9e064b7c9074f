import type { Awareness } from 'y-protocols/awareness'
import { ValueStore } from '#components/ui/store.ts'
import type { Box } from '#lib/geometry/box.ts'
import type { Person } from '#lib/protocol/messages.ts'
import { atRest, type PresenceState, readPresence } from '#lib/protocol/presence.ts'
import type { Roster } from './roster.ts'

/** Another person as seen in this tab; of several tabs of one person, the one that was last active. */
export interface Other {
  readonly person: Person
  readonly client: number
  readonly state: PresenceState
}

/** ms between two messages of this tab. */
const pace = 50

/** The presence of this tab and of the others; identity comes from the roster alone. */
export class Presence {
  readonly others = new ValueStore<readonly Other[]>([])
  readonly #awareness: Awareness
  readonly #roster: { get(): Roster }
  readonly #stop: () => void
  /** A counter at which each client's state last changed. */
  readonly #order = new Map<number, number>()
  #count = 0
  #mine = atRest
  #timer: ReturnType<typeof setTimeout> | null = null
  #sentAt = 0

  constructor(awareness: Awareness, roster: { get(): Roster; subscribe(listener: () => void): () => void }) {
    this.#awareness = awareness
    this.#roster = roster
    const changed = ({ added, updated }: { added: number[]; updated: number[] }) => {
      this.#count += 1
      for (const client of [...added, ...updated]) this.#order.set(client, this.#count)
      this.#read()
    }
    awareness.on('change', changed)
    const stopRoster = roster.subscribe(() => this.#read())
    this.#stop = () => {
      awareness.off('change', changed)
      stopRoster()
    }
    this.#read()
  }

  get mine(): PresenceState {
    return this.#mine
  }

  /** Changes this tab's presence; several changes are sent as one message. */
  show(change: Partial<PresenceState>): void {
    this.#mine = { ...this.#mine, ...change }
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => this.#send(), Math.max(0, this.#sentAt + pace - performance.now()))
  }

  /** Returns the position of notes that others are dragging. */
  dragged(): Map<string, Box> {
    const boxes = new Map<string, Box>()
    for (const { state } of this.others.get()) for (const [id, x, y, w, h] of state.drag) boxes.set(id, { x, y, w, h })
    return boxes
  }

  destroy(): void {
    this.#stop()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #send(): void {
    this.#timer = null
    this.#sentAt = performance.now()
    this.#awareness.setLocalState({ ...this.#mine })
  }

  #read(): void {
    const roster = this.#roster.get()
    const newest = new Map<string, Other>()
    for (const [client, state] of this.#awareness.getStates()) {
      const id = roster.clients.get(client)
      const person = id === undefined ? undefined : roster.people.get(id)
      if (!person || person.id === roster.you?.personId || client === this.#awareness.clientID) continue
      const shown = newest.get(person.id)
      if (shown && (this.#order.get(shown.client) ?? 0) > (this.#order.get(client) ?? 0)) continue
      newest.set(person.id, { person, client, state: readPresence(state) })
    }
    this.others.set([...newest.values()])
  }
}
