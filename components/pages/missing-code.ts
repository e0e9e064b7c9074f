/**
 * A tab that is older than the server asks for pieces of code that are there no more. What is on the screen then is no
 * fault of the page: fetched anew it is whole.
 */

/** Whether an error says that a piece of the page's own code could not be had: as Turbopack and browsers say it. */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' ||
    /dynamically imported module|importing a module script failed|loading css chunk/i.test(error.message))

const key = 'bp-fetched-anew'
/** ms within which a tab fetches itself anew only once: what is still missing then is not a matter of age. */
const once = 300_000

/** Whether a tab may fetch itself anew without being asked; when it may, this counts as the one time. */
export function takeTurn(kept: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  try {
    const before = Number(kept.getItem(key) ?? 0)
    if (now - before < once) return false
    kept.setItem(key, String(now))
    return true
  } catch {
    // Where nothing is kept nobody could tell the second time from the first.
    return false
  }
}

/** ms between questions whether the server is back. */
const pause = 2_000

/** Resolves when the server answers; an upgrade takes it away for moments. */
export async function serverIsThere(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch('/healthz', { cache: 'no-store', signal }).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}
