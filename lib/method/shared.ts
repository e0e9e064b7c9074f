import { same } from '../board/commands/writer.ts'

/** What several notes or links say in one field. */
export interface SharedValue<T> {
  /** What all of them say; null: nothing, or not the same. */
  readonly value: T | null
  /** Whether they do not all say the same; one that says nothing differs from one that does. */
  readonly differs: boolean
  /** Every value that is said, once. */
  readonly among: readonly T[]
}

export function shared<E, T>(entities: readonly E[], read: (entity: E) => T | null): SharedValue<T> {
  const among: T[] = []
  let silent = false
  for (const entity of entities) {
    const value = read(entity)
    if (value === null) silent = true
    else if (!among.some(one => same(one, value))) among.push(value)
  }
  const differs = among.length > 1 || (silent && among.length === 1)
  return { value: differs ? null : (among[0] ?? null), differs, among }
}
