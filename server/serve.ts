import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { audit } from '#server/base/audit.ts'
import type { Env } from '#server/base/env.ts'
import type { Log } from '#server/base/log.ts'
import { mailBy } from '#server/base/mail.ts'
import { Metrics } from '#server/base/metrics.ts'
import { count } from '#server/base/rate-limit.ts'
import { forgetAddress, keepAddress } from '#server/base/running-address.ts'
import { hold } from '#server/base/runtime.ts'
import { addressHeader, clientAddress } from '#server/http/client-address.ts'
import {
  type ConnectionLimits,
  connectionLimits,
  createLimitedServer,
  Holdings,
  refuseUpgrade,
} from '#server/http/connections.ts'
import { secureCookies } from '#server/http/cookies.ts'
import { answeringHost } from '#server/http/host.ts'
import { createHub } from './collab/hub.ts'
import { acceptSockets } from './collab/upgrade.ts'
import { implementations } from './commands/index.ts'
import { answerHealth } from './health.ts'
import { keepHouse } from './housekeeping.ts'
import { openPages, type Pages } from './pages.ts'
import { type BoardReader, createReader } from './reading/reader.ts'
import { Recordings } from './replay/recordings.ts'
import { openStoreOf } from './store/open.ts'
import type { Store } from './store/store.ts'
import { publishMissing } from './use-cases/finish.ts'

export interface Serving {
  /** Address of the server for people, without a slash at the end. */
  url: string
  port: number
  store: Store
  hub: ReturnType<typeof createHub>
  recordings: Recordings
  /** Stops taking connections, writes out what is queued, tells clients, closes the store. */
  close(): Promise<void>
}

/** The port is in use; the message is for the person who starts the server. */
export class PortTaken extends Error {}

/** Composes the server: store → hub → pages → listen, on one port. `pages: 'none'` leaves Next out (tests, scripts). */
export async function serve(options: {
  env: Env
  log: Log
  pages: 'dev' | 'built' | 'none'
  store?: Store
  connections?: Partial<ConnectionLimits>
}): Promise<Serving> {
  const { log } = options
  const { trustedProxies } = options.env
  const limits = { ...connectionLimits, ...options.connections }
  const server = createLimitedServer(trustedProxies, limits)
  const addressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trustedProxies)
  // The port is taken first: requests that come before the server is ready are refused at once instead of waiting.
  const early = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(503, { 'retry-after': '1' }).end()
  const earlySocket = (_: IncomingMessage, socket: Duplex) => void socket.destroy()
  server.on('request', early).on('upgrade', earlySocket)
  const port = await listen(server, options.env)
  const env = { ...options.env, publicUrl: options.env.publicUrl.replace(/:0$/, `:${port}`) }
  const metrics = new Metrics()
  let pages: Pages | null = null
  let store: Store | null = null
  let reader: BoardReader | null = null
  try {
    const opened = options.store ?? (await openStoreOf(env))
    store = opened
    metrics.gauge('brownpaper_memory_bytes', 'Resident memory of the process', () => process.memoryUsage.rss())
    const recordings = new Recordings(opened, log)
    const hub = createHub({ store: opened, log, metrics, recordings, commands: implementations })
    const read = createReader(opened)
    reader = read
    const running = { env, store: opened, hub, recordings, reader: read, mail: mailBy(env, log), log }
    hold(running)
    const housekeeping = keepHouse(running, log)
    publishMissing(running).catch(error => log.error({ err: error }, 'a finished board is not in the library yet'))

    const ready = options.pages === 'none' ? null : openPages({ dev: options.pages === 'dev', port })
    server.off('request', early).on('request', (request, response) => {
      if (answerHealth(request, response, { env, store: opened, hub, metrics })) return
      request.headers[addressHeader] = addressOf(request)
      if (!nameHost(env, request)) return refuse(response, 400, 'The request names no host.')
      if (secureCookies(env)) response.setHeader('strict-transport-security', 'max-age=31536000')
      if (!isReadable(request.url)) request.url = unreadable
      if (ready === null) response.writeHead(404).end()
      else
        ready
          .then(handler => handler.handle(request, response))
          .catch(error => {
            log.error({ err: error }, 'a page failed')
            if (!response.headersSent) response.writeHead(500)
            response.end()
          })
    })
    const sockets = acceptSockets({ env, store: opened, hub, log })
    const boardSockets = new Holdings<Duplex>()
    server.off('upgrade', earlySocket).on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      if (!nameHost(env, request)) return socket.destroy()
      if (request.url?.startsWith('/sync/')) {
        const address = addressOf(request)
        if (boardSockets.of(address) >= limits.socketsPerAddress || !count('socket', address)) {
          audit(log, 'refused', { at: 'socket', code: 'too-many', address })
          return refuseUpgrade(socket, 429)
        }
        boardSockets.add(address, socket)
        socket.once('close', () => boardSockets.remove(address, socket))
        sockets.accept(request, socket, head)
      } else if (pages && options.pages === 'dev' && request.url?.startsWith('/_next/'))
        pages.upgrade(request, socket, head)
      else socket.destroy()
    })
    const checking = setTimeout(() => {
      opened.check().catch(error => log.error({ err: error }, 'what is stored is damaged'))
    }, checkAfter).unref()
    pages = await ready
    // Without this file only scripts on this machine cannot find the server.
    await keepAddress(env.dataDir, env.host, port).catch(error => log.warn({ err: error }, 'the address is not kept'))

    return {
      url: env.publicUrl,
      port,
      store: opened,
      hub,
      recordings,
      async close() {
        server.close()
        clearTimeout(checking)
        housekeeping.stop()
        await forgetAddress(env.dataDir)
        await hub.close()
        await recordings.close()
        server.closeAllConnections()
        await pages?.close()
        await read.close()
        await opened.close()
      },
    }
  } catch (error) {
    server.close()
    await reader?.close()
    await store?.close()
    throw error
  }
}

/** ms after the start at which all that is stored is looked through for damage. */
const checkAfter = 10_000

/** Whether the request's host may be answered; from here on its headers name that host and no other. */
function nameHost(env: Env, { headers }: IncomingMessage): boolean {
  const host = answeringHost(env, headers.host)
  if (host === null) return false
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = new URL(env.publicUrl).protocol.slice(0, -1)
  return true
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence)
}

/** The path for requests whose address cannot be decoded: no such page exists. */
const unreadable = '/unreadable-address'

/** Whether the path's percent signs decode to valid UTF-8. */
function isReadable(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Takes the port at once, so that a second start fails before it opens anything. */
function listen(server: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new PortTaken(`Port ${env.port} is in use. Stop what runs there, or set PORT to another number.`))
      else if (error.code === 'EACCES')
        reject(new PortTaken(`Port ${env.port} is not open to this user. Set PORT to a number above 1023.`))
      else reject(error)
    })
    server.listen(env.port, env.host, () => resolve((server.address() as AddressInfo).port))
  })
}
