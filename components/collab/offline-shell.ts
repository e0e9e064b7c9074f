import { z } from 'zod'

/** As public/service-worker.js calls it. */
const cacheName = 'brownpaper-shell'
const ownerKey = 'brownpaper.shell'
const owner = z.object({ personId: z.string(), version: z.string() })

/** Where a page's own program lies: names that change with the content. */
const programs = /\/_next\/static\/[^"'\\\s)]+/g

const possible = () => typeof navigator !== 'undefined' && 'serviceWorker' in navigator && 'caches' in window

/**
 * Puts the page of a board aside with all that was loaded for it, so that it opens without the server. For one person
 * and one version of the program at a time: whatever is of another goes first.
 */
export async function keepShell(personId: string, boardId: string): Promise<void> {
  if (!possible() || process.env.NODE_ENV !== 'production') return
  const path = `/b/${boardId}`
  await forgetShellOfOthers(personId)
  await navigator.serviceWorker.register('/service-worker.js', { scope: '/b/' })
  // Some browsers refuse without a word.
  if (!(await navigator.serviceWorker.getRegistration('/b/'))) return
  await quiet()
  const cache = await caches.open(cacheName)
  const page = (await cache.match(path)) ?? (await fetch(path, { redirect: 'error' }))
  if (!page.ok) return
  const kept = page.clone()
  const named = [...new Set((await page.text()).match(programs) ?? [])]
  const version = named
    .filter(name => name.endsWith('.js'))
    .sort()
    .join(' ')
  if (version !== ownerNow()?.version) {
    await caches.delete(cacheName)
    remember({ personId, version })
  }
  const fresh = await caches.open(cacheName)
  const loaded = performance.getEntriesByType('resource').flatMap(({ name }) => {
    const { origin, pathname } = new URL(name)
    return origin === location.origin && pathname.startsWith('/_next/static/') ? [pathname] : []
  })
  for (const name of new Set([...named, ...loaded])) if (!(await fresh.match(name))) await add(fresh, name)
  await fresh.put(path, kept)
}

/** Resolves when the page has nothing better to do. */
const quiet = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 2_000)
    else requestIdleCallback(() => resolve(), { timeout: 5_000 })
  })

/** One part that cannot be had is one that the page does without. */
async function add(cache: Cache, name: string): Promise<void> {
  try {
    await cache.add(name)
  } catch {
    // A name in the page that leads nowhere, or the connection went away.
  }
}

/** Takes off what was put aside for somebody else. */
export async function forgetShellOfOthers(personId: string): Promise<void> {
  const now = ownerNow()
  if (possible() && now?.personId !== personId) {
    await caches.delete(cacheName)
    remember({ personId, version: '' })
  }
}

/** One board that is not this person's to see any more. */
export async function forgetPage(boardId: string): Promise<void> {
  if (possible()) await (await caches.open(cacheName)).delete(`/b/${boardId}`)
}

/** Takes everything off, when its person signs out. */
export async function forgetShell(): Promise<void> {
  if (!possible()) return
  await caches.delete(cacheName)
  localStorage.removeItem(ownerKey)
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
}

function ownerNow(): z.infer<typeof owner> | null {
  try {
    return owner.parse(JSON.parse(localStorage.getItem(ownerKey) ?? 'null'))
  } catch {
    return null
  }
}

function remember(now: z.infer<typeof owner>): void {
  localStorage.setItem(ownerKey, JSON.stringify(now))
}
