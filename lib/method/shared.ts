import { same } from '../board/commands/writer.ts'

/** The values of one field over several notes or links. */
export interface SharedValue<T> {
  /** Their common value; null: none, or different ones. */
  readonly value: T | null
  /** Whether the values differ; a missing value differs from a given one. */
  readonly differs: boolean
  /** Every given value, once. */
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
