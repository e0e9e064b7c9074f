/** Work that pauses between its parts: whoever runs it may do other things in between. */
export type Parts<T> = Generator<undefined, T>

/** Things that a loop goes through between two pauses: a millisecond or two even before the engine has compiled it. */
const atOnce = 128

/** Says to a loop when it is time to pause: `if (pause()) yield`. */
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

/** A value that is made when it is first asked for, in one piece, or in parts before anybody asks. */
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
    // Somebody who asked meanwhile has the other one: there is only one.
    made ??= { value }
    return made.value
  }
  return Object.assign(ask, { inParts })
}
