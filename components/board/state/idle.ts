/** Calls back when the browser has nothing better to do, at the latest after `within` ms. Answers what calls it off. */
export function whenIdle(work: () => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: within })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, Math.min(within, 60))
  return () => clearTimeout(timer)
}
