/** A seeded random source (mulberry32): a test that prints its seed can be repeated. */
export function random(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    /** 0 ≤ n < 1. */
    next,
    /** A whole number below `limit`. */
    below: (limit: number) => Math.floor(next() * limit),
    /** One of the items; undefined of an empty list. */
    pick: <T>(items: readonly T[]): T | undefined => items[Math.floor(next() * items.length)],
    /** Random bytes. */
    bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  }
}

export type Chance = ReturnType<typeof random>

/** One of the items of a list that has some. */
export function pickOne<T>(chance: Chance, items: readonly T[]): T {
  const item = chance.pick(items)
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Returns SEED from the environment, which repeats a run, else a new seed. */
export const chosenSeed = (): number => Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
