import { whenIdle } from '#components/board/state/idle.ts'
import type { Parts } from '#lib/method/parts.ts'

/**
 * Time slices in ms: for parts at once, and where the browser had no idle time; reserved for the last part; and the
 * longest delay in a browser that is never idle.
 */
export const slice = { takes: 4, forced: 1, spare: 2, within: 100 }

/** Runs the parts in the browser's idle time, then passes on the result. Returns the function that cancels it. */
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
      // Using the result may take long too, so it gets an idle slot of its own.
      callOff = whenIdle(() => done(value), slice.within)
    }, slice.within)
  }
  goOn()
  return () => callOff()
}
