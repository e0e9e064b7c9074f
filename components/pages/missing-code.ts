/**
 * A tab that is older than the server asks for pieces of code that are there no more. What is on the screen then is no
 * fault of the page: fetched anew it is whole.
 */

/**
 * Whether an error means that a part of the page's code could not be loaded: in the words of Turbopack and browsers.
 */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' ||
    /dynamically imported module|importing a module script failed|loading css chunk/i.test(error.message))

const key = 'bp-fetched-anew'
/** ms within which a tab reloads itself only once: a part that is still missing then is not an old version. */
const once = 300_000

/** Whether a tab may reload itself without being asked; if so, this counts as the one time. */
export function takeTurn(kept: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  try {
    const before = Number(kept.getItem(key) ?? 0)
    if (now - before < once) return false
    kept.setItem(key, String(now))
    return true
  } catch {
    // Without storage a second time could not be told from the first.
    return false
  }
}

/** ms between checks whether the server is back. */
const pause = 2_000

/** Resolves when the server responds; during an upgrade it is away for moments. */
export async function serverIsThere(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch('/healthz', { cache: 'no-store', signal }).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}
