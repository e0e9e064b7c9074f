import { isIPv6 } from 'node:net'

/**
 * Header in which serve.ts passes a request's true address to the routes; it overwrites whatever the client sent under
 * this name.
 */
export const addressHeader = 'x-brownpaper-address'

/**
 * Returns whom a request comes from, for limits: the socket's own address, or with trusted proxies in front, the entry
 * of X-Forwarded-For that the outermost trusted one wrote. An IPv6 address stands for its /64 network, because one
 * subscriber has all of it.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const own = socketAddress ?? 'unknown'
  if (trustedProxies === 0) return subscriber(own)
  const chain = [forwardedFor ?? []]
    .flat()
    .flatMap(value => value.split(','))
    .map(part => part.trim())
    .filter(Boolean)
  return subscriber(chain.at(-trustedProxies) ?? chain[0] ?? own)
}

/** No address is longer; what else a client claims to be is cut. */
const longest = 64

function subscriber(address: string): string {
  // Some proxies add the port: 203.0.113.9:4711, [2001:db8::1]:4711.
  const bare = /^\[([^\]]*)\]/.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const [ip = ''] = bare.split('%', 1)
  if (!isIPv6(ip)) return bare.slice(0, longest)
  const groups = groupsOf(ip)
  const mapped = /^0:0:0:0:0:ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(groups.join(':'))
  if (mapped)
    return [mapped[1], mapped[2]]
      .map(part => Number.parseInt(part ?? '', 16))
      .map(dotted)
      .join('.')
  // On one cable everybody has an address in fe80::/64.
  const shared = /^fe[89ab]/.test(groups[0] ?? '')
  return shared ? groups.join(':') : `${groups.slice(0, 4).join(':')}::/64`
}

const dotted = (pair: number): string => `${pair >> 8}.${pair & 255}`

/** The eight groups of an IPv6 address, without leading zeroes. */
function groupsOf(ip: string): string[] {
  const [head = '', tail] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [head, tail ?? ''].map(side => side.split(':').filter(Boolean)) as [string[], string[]]
  return tail === undefined
    ? before
    : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}
