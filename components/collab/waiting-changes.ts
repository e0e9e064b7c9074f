import type * as Y from 'yjs'

/**
 * Changes written here that are not durable on the server yet, counted in entities (notes, links, lanes): five letters
 * typed into one note are one waiting change.
 */
export class WaitingChanges {
  /** Entity id → number of the last local write to it. */
  readonly #written = new Map<string, number>()
  /** For each sync message of this connection, the local writes that are gone out with it; -1: none for sure. */
  readonly #carried: number[] = []
  readonly #changed: () => void
  #writes = 0

  constructor(changed: () => void, before: readonly string[] = []) {
    this.#changed = changed
    for (const id of before) this.#written.set(id, 0)
  }

  get size(): number {
    return this.#written.size
  }
  has(id: string): boolean {
    return this.#written.has(id)
  }
  get ids(): string[] {
    return [...this.#written.keys()]
  }

  /** A local transaction on the document. */
  wrote(transaction: Y.Transaction): void {
    if (transaction.changed.size === 0) return
    this.#writes += 1
    for (const [type, keys] of transaction.changed)
      for (const id of entitiesOf(type, keys)) this.#written.set(id, this.#writes)
    this.#changed()
  }

  opened(): void {
    this.#carried.length = 0
  }

  /** A sync message went out; `all`: with it, everything written until now. */
  sent(all: boolean): void {
    this.#carried.push(all ? this.#writes : -1)
  }

  /** The server has made the first `count` sync messages of this connection durable. */
  saved(count: number): void {
    const upTo = this.#carried[count - 1]
    if (upTo === undefined) return
    for (const [id, write] of this.#written) if (write <= upTo) this.#written.delete(id)
    this.#changed()
  }

  forget(): void {
    this.#written.clear()
    this.#changed()
  }
}

/**
 * Returns the ids of the entities that a changed type belongs to: the keys of a root, or the one entity that contains
 * it.
 */
function entitiesOf(type: Changed, keys: ReadonlySet<string | null>): string[] {
  let id: string | null = null
  for (let item = type._item; item; item = (item.parent as Changed)._item) id = item.parentSub
  return id !== null ? [id] : [...keys].filter(key => key !== null)
}

type Changed = Pick<Y.AbstractType<Y.YEvent<never>>, '_item'>
