/**
 * Calls back when the browser has nothing better to do, at the latest after `within` ms, with the ms it has until it does.
 * Answers what calls it off.
 */
export function whenIdle(work: (left: number) => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = (deadline: IdleDeadline) =>
      work(deadline.didTimeout ? Number.POSITIVE_INFINITY : deadline.timeRemaining())
    const handle = requestIdleCallback(idle, { timeout: within })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, Math.min(within, 60), Number.POSITIVE_INFINITY)
  return () => clearTimeout(timer)
}
