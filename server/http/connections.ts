import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { clientAddress } from './client-address.ts'

/** What one address, and all together, may hold of the server. A workshop of 300 people may come from one address. */
export const connectionLimits = {
  /** Connections of one address, 300 people with six each and their boards' sockets among them. */
  perAddress: 3_000,
  /** Of all; one more takes the place of one of whoever has most. */
  total: 20_000,
  /** Sockets of boards that one address has open. */
  socketsPerAddress: 1_500,
  /** ms until the head of a request is complete. */
  head: 15_000,
  /** ms until all of it is; an import may come over a slow line. */
  request: 10 * 60_000,
  /** ms without a byte of a body that is not complete. */
  stalled: 30_000,
  /** ms between looks at the two above. */
  look: 5_000,
}
export type ConnectionLimits = typeof connectionLimits

/** Bytes of a request's head. Other programs on this host may have cookies that come along. */
const longestHead = 32 * 1024

/**
 * Returns a server that waits for nobody for ever and gives nobody all of its connections. With trusted proxies in
 * front, connections are the proxy's to count.
 */
export function createLimitedServer(trustedProxies: number, limits: ConnectionLimits): Server {
  const server = createServer({
    headersTimeout: limits.head,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.look,
    maxHeaderSize: longestHead,
  })
  server.on('clientError', refuseUnreadable)
  server.on('request', (request: IncomingMessage) => {
    if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return
    request.setTimeout(limits.stalled, () => request.destroy())
    request.once('end', () => request.setTimeout(0))
  })
  if (trustedProxies > 0) return server
  const connections = new Holdings<Socket>()
  server.on('connection', (socket: Socket) => {
    const address = clientAddress(socket.remoteAddress, undefined, 0)
    if (connections.of(address) >= limits.perAddress) return socket.destroy()
    if (connections.size >= limits.total) connections.newestOfMost()?.destroy()
    connections.add(address, socket)
    return socket.once('close', () => connections.remove(address, socket))
  })
  return server
}

/** Who holds what, in the order in which it came. */
export class Holdings<T> {
  readonly #held = new Map<string, Set<T>>()
  size = 0

  of(address: string): number {
    return this.#held.get(address)?.size ?? 0
  }

  add(address: string, one: T): void {
    const held = this.#held.get(address) ?? new Set()
    this.#held.set(address, held.add(one))
    this.size += 1
  }

  remove(address: string, one: T): void {
    const held = this.#held.get(address)
    if (!held?.delete(one)) return
    this.size -= 1
    if (held.size === 0) this.#held.delete(address)
  }

  /** Of whoever holds most, what came last; it is no longer counted. */
  newestOfMost(): T | null {
    let [owner, most] = ['', new Set<T>()]
    for (const [address, held] of this.#held) if (held.size > most.size) [owner, most] = [address, held]
    const newest = [...most].at(-1)
    if (newest === undefined) return null
    this.remove(owner, newest)
    return newest
  }
}

/** Refuses an upgrade in the one way that exists before there is a WebSocket. */
export function refuseUpgrade(socket: Duplex, status: 403 | 429): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\nretry-after: 30\r\ncontent-length: 0\r\n\r\n`,
  )
}

const sentences: Record<number, string> = {
  408: 'The request took too long to arrive. Try again.',
  431: 'The browser sends more with its request than this server reads. Delete the cookies of this site in the settings of the browser, then open the page again.',
}

/** A request that could not be read has no page; this is all that somebody sees. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400
  const text = sentences[status] ?? 'The request could not be read.'
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}
