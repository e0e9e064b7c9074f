import type { Env } from '#server/base/env.ts'

/**
 * Whether a request comes from our own pages, by its Origin header: browsers send it with every write and every
 * WebSocket, scripts send none. Over plain http the requested host is also accepted (localhost, 127.0.0.1, a LAN name).
 */
export function sameOrigin(
  env: Pick<Env, 'publicUrl'>,
  origin: string | null | undefined,
  host: string | null | undefined,
): boolean {
  if (!origin) return true
  if (origin === new URL(env.publicUrl).origin) return true
  return env.publicUrl.startsWith('http:') && Boolean(host) && URL.parse(origin)?.host === host
}
