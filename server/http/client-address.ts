/**
 * Header in which main.ts passes a request's true address to the routes; it overwrites whatever the client sent under
 * this name.
 */
export const addressHeader = 'x-brownpaper-address'

/**
 * Returns the address that a request comes from: the socket's own, or with trusted proxies in front, the entry of
 * X-Forwarded-For that the outermost trusted one wrote.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const own = socketAddress ?? 'unknown'
  if (trustedProxies === 0) return own
  const chain = [forwardedFor ?? []]
    .flat()
    .flatMap(value => value.split(','))
    .map(part => part.trim())
    .filter(Boolean)
  return chain.at(-trustedProxies) ?? chain[0] ?? own
}
