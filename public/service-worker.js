/*
 * Opens a board when the server cannot be reached: its page as components/collab/offline-shell.ts put it aside, and the
 * program that belongs to it. Nothing else is answered here: no data and no answer of the API ever comes from this browser.
 */
const shell = 'brownpaper-shell'
const isBoard = path => /^\/b\/[^/]+$/.test(path)

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]))
})

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && isBoard(pathname)) event.respondWith(page(event, pathname))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(unchanging(event))
})

async function page(event, pathname) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request))
    if (answer.status < 502) {
      event.waitUntil(noteAnswer(answer.clone(), pathname))
      return answer
    }
    return (await caches.match(pathname)) ?? answer
  } catch (error) {
    const kept = await caches.match(pathname)
    if (kept) return kept
    throw error
  }
}

/** Keeps a page that is kept already as it is now, and none that its person may not see any more. */
async function noteAnswer(answer, pathname) {
  if (!(await caches.has(shell))) return
  // Sent to sign in: whoever it was is gone, and what was put aside was theirs.
  if (answer.type === 'opaqueredirect') {
    await caches.delete(shell)
    return
  }
  const cache = await caches.open(shell)
  if (answer.status >= 400 && answer.status < 500) await cache.delete(pathname)
  else if (answer.ok && (await cache.match(pathname))) await cache.put(pathname, answer)
}

/** Parts of the program: their names change with their content. */
async function unchanging(event) {
  const { url } = event.request
  const kept = await caches.match(url)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keep(url, answer.clone()))
  return answer
}

async function keep(url, answer) {
  if (await caches.has(shell)) await (await caches.open(shell)).put(url, answer)
}
