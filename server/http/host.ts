import type { Env } from '#server/base/env.ts'

/** A name or an IPv4 address, or an IPv6 address in brackets; then a port. */
const shape = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Returns the host under which a request may be answered: it goes into the content policy and into addresses. Over
 * https it is the public one, whatever the request says; over http also what the request says (a machine has several
 * names on its network), if it is a host at all, else null.
 */
export function answeringHost({ publicUrl }: Pick<Env, 'publicUrl'>, asked: string | undefined): string | null {
  const own = new URL(publicUrl)
  if (own.protocol === 'https:' || !asked) return own.host
  return shape.test(asked) ? asked.toLowerCase() : null
}
