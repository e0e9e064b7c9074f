import { timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Env } from '#server/base/env.ts'
import type { Metrics } from '#server/base/metrics.ts'
import type { RunningHub } from './collab/hub.ts'
import { isStoreError, type Store } from './store/store.ts'

/** Free bytes on the disk of DATA_DIR below which the server reports that it is not ready. */
const leastFree = 16 * 1024 * 1024

/** ms that the store may take to respond. */
const patience = 2000

interface Parts {
  env: Env
  store: Store
  hub: Pick<RunningHub, 'trouble'>
  metrics: Metrics
}

/** Responds to /healthz, /readyz and /metrics; returns false for every other path. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { env, store, hub, metrics }: Parts,
): boolean {
  switch (request.url?.split('?', 1)[0]) {
    case '/healthz':
      send(response, 200, 'ok\n')
      return true
    case '/readyz':
      readiness(env, store, hub).then(
        problem => send(response, problem === null ? 200 : 503, problem === null ? 'ready\n' : `${problem}\n`),
        () => send(response, 503, 'the store does not answer\n'),
      )
      return true
    case '/metrics':
      if (env.metricsToken === null) return false
      if (bears(request, env.metricsToken)) send(response, 200, metrics.text())
      else send(response, 401, 'a bearer token is needed\n')
      return true
    default:
      return false
  }
}

/** Returns why the server is not ready; null when it is. Rejects when the store does not respond. */
async function readiness(env: Env, store: Store, hub: Parts['hub']): Promise<string | null> {
  const late = sleep(patience, undefined, { ref: false }).then(() => Promise.reject(new Error('late')))
  const damaged = await Promise.race([store.ping(), late]).then(
    () => false,
    error => {
      if (isStoreError(error) && error.kind === 'damaged') return true
      throw error
    },
  )
  if (damaged) return 'what is stored is damaged: restore the newest backup'
  const disk = await statfs(env.dataDir)
  if (hub.trouble === 'away') return 'the store does not answer'
  return hub.trouble === 'full' || disk.bavail * disk.bsize < leastFree ? 'the disk is full' : null
}

function bears(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}
