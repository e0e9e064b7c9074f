import { refuse } from './refusal.ts'

/** Bounds on one update. Bytes are limited by lib/protocol/messages.ts before it reaches the gate, and again here. */
export const gateLimits = {
  bytes: 4 * 1024 * 1024,
  /** Structs read, and structs that are new: the second bounds how long the event loop is blocked. */
  structs: 60_000,
  newStructs: 20_000,
  /** Blocks of structs, each of one client. */
  clients: 64,
  /** Deleted ranges; a reconnecting client repeats all it knows. */
  ranges: 200_000,
  /** Units (characters, values) in one struct. */
  length: 1_000_000,
  clock: 2 ** 40,
  client: 2 ** 32 - 1,
  depth: 6,
  /** Characters of a key: of a field, an entity, or inside a value. */
  key: 64,
  /** Steps that Yjs or the gate may need to position an update's parts, each of about 50 ns. */
  work: 400_000,
} as const

/** Counts work that grows with the existing content, and refuses an update that needs too much. */
export class Budget {
  #left: number = gateLimits.work
  get used(): number {
    return gateLimits.work - this.#left
  }
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) refuse('size.work')
  }
}
