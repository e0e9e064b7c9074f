import { whenIdle } from '#components/board/state/idle.ts'
import type { Parts } from '#lib/method/parts.ts'

/**
 * ms at once, and where the browser had none left; ms of what it has left that stay for the last part to end in; ms that
 * a browser that is never idle may put the next parts off.
 */
export const slice = { takes: 4, forced: 1, spare: 2, within: 100 }

/** Goes through the parts in the browser's idle time, then says what came of them. Answers what calls it off. */
export function inIdleTime<T>(parts: Parts<T>, done: (value: T) => void): () => void {
  let last = performance.now()
  let callOff = () => {}
  const goOn = () => {
    callOff = whenIdle(left => {
      const now = performance.now()
      if (left < slice.spare && now - last < slice.within) return goOn()
      const until = now + Math.min(Math.max(left - slice.spare, slice.forced), slice.takes)
      let part = parts.next()
      while (!part.done && performance.now() < until) part = parts.next()
      last = performance.now()
      if (!part.done) return goOn()
      const { value } = part
      // What is done with it is work of its own.
      callOff = whenIdle(() => done(value), slice.within)
    }, slice.within)
  }
  goOn()
  return () => callOff()
}
