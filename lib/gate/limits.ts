import { refuse } from './refusal.ts'

/** Bounds on one update. Bytes are bounded by lib/protocol/messages.ts before it comes here, and once more. */
export const gateLimits = {
  bytes: 4 * 1024 * 1024,
  /** Structs read, and structs that are new: the second bounds how long the loop stands still. */
  structs: 60_000,
  newStructs: 20_000,
  /** Blocks of structs, each of one client. */
  clients: 64,
  /** Deleted ranges; a reconnecting client repeats all that it knows. */
  ranges: 200_000,
  /** Units (characters, values) in one struct. */
  length: 1_000_000,
  clock: 2 ** 40,
  client: 2 ** 32 - 1,
  depth: 6,
  /** Characters of a key: of a field, an entity, or inside a value. */
  key: 64,
  /** Steps that Yjs or the gate may take to find the places of an update's parts, each of some 50 ns. */
  work: 400_000,
} as const

/** Counts work that grows with what is on the board already, and refuses the update that asks for too much. */
export class Budget {
  #left: number = gateLimits.work
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) refuse('size.work')
  }
}
