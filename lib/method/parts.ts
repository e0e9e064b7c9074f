/** Work that pauses between parts, so that the caller can do other work in between. */
export type Parts<T> = Generator<undefined, T>

/** Iterations between two pauses: a millisecond or two even before the engine has compiled the loop. */
const atOnce = 128

/** Returns a function that tells a loop when to pause: `if (pause()) yield`. */
export function pacer(): () => boolean {
  let since = 0
  return () => {
    since = (since + 1) % atOnce
    return since === 0
  }
}

export function inOnePiece<T>(parts: Parts<T>): T {
  let part = parts.next()
  while (!part.done) part = parts.next()
  return part.value
}

/** A value computed once: at first use in one piece, or earlier in parts. */
export interface Once<T> {
  (): T
  inParts(): Parts<T>
}

export function once<T>(make: () => Parts<T>): Once<T> {
  let made: { value: T } | null = null
  const ask = () => {
    made ??= { value: inOnePiece(make()) }
    return made.value
  }
  function* inParts(): Parts<T> {
    if (made) return made.value
    const value = yield* make()
    // If a caller computed the value meanwhile, that one is kept.
    made ??= { value }
    return made.value
  }
  return Object.assign(ask, { inParts })
}
