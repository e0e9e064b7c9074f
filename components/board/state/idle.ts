/** ms that a browser without idle callbacks is taken to have left: half a frame. */
const guessed = 8

/**
 * Calls back when the browser has nothing better to do, at the latest after `within` ms, with the ms it has until it
 * does; 0 where it had none. Answers what calls it off.
 */
export function whenIdle(work: (left: number) => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = (deadline: IdleDeadline) => work(deadline.didTimeout ? 0 : deadline.timeRemaining())
    const handle = requestIdleCallback(idle, { timeout: within })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, Math.min(within, 60), guessed)
  return () => clearTimeout(timer)
}
