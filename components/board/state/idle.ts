/** ms that a browser without idle callbacks is assumed to have left: half a frame. */
const guessed = 8

/**
 * Calls back when the browser is idle, at the latest after `within` ms, with the ms left of the idle time; 0 where
 * there was none. Returns the function that cancels it.
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
