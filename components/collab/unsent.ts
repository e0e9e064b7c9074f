/** What the local copies of boards are called by, before person and board. */
export const prefix = 'brownpaper/'

/** The unsaved ids are stored at once and synchronously, because a page may close at any moment. */
export const readWaiting = (name: string): string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`${name}/waiting`) ?? '[]')
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

/**
 * Whether this browser keeps changes of any board that the server did not have when the page was left, of one person or
 * of anybody.
 */
export function keepsUnsent(personId?: string): boolean {
  const begins = personId === undefined ? prefix : `${prefix}${personId}/`
  try {
    return Object.keys(localStorage).some(key => key.startsWith(begins) && key.endsWith('/waiting'))
  } catch {
    return false
  }
}

export const writeWaiting = (name: string, ids: readonly string[]): void => {
  try {
    if (ids.length === 0) localStorage.removeItem(`${name}/waiting`)
    else localStorage.setItem(`${name}/waiting`, JSON.stringify(ids.slice(0, 5_000)))
  } catch {
    // A full or blocked storage costs the count after a reload, never the work itself.
  }
}
