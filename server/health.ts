import { timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from './env.ts'
import type { Metrics } from './metrics.ts'
import type { Store } from './store/store.ts'

/** Free bytes on the disk of DATA_DIR below which the server says that it is not ready. */
const leastFree = 16 * 1024 * 1024

/** Answers /healthz, /readyz and /metrics; false for every other path. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { env, store, metrics }: { env: Env; store: Store; metrics: Metrics },
): boolean {
  switch (request.url?.split('?', 1)[0]) {
    case '/healthz':
      send(response, 200, 'ok\n')
      return true
    case '/readyz':
      readiness(env, store).then(
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

async function readiness(env: Env, store: Store): Promise<string | null> {
  await store.ping()
  const disk = await statfs(env.dataDir)
  return disk.bavail * disk.bsize < leastFree ? 'the disk is full' : null
}

function bears(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(text)
}
