import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'

/** Next, as a handler of requests that never touches our sockets. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Hot reload's socket, in development. */
  upgrade(...args: [IncomingMessage, import('node:stream').Duplex, Buffer]): void
  close(): Promise<void>
}

/**
 * Next adds an upgrade listener to the server it is given and ends sockets that match a route. So it gets a stand-in
 * that never listens, and its own sockets are passed to that.
 */
export async function openPages(options: { dev: boolean; port: number }): Promise<Pages> {
  const decoy = createServer()
  const app = next({
    dev: options.dev,
    dir: fileURLToPath(new URL('..', import.meta.url)),
    httpServer: decoy,
    port: options.port,
    hostname: 'localhost',
  })
  await app.prepare()
  const handler = app.getRequestHandler()
  return {
    handle: (request, response) => handler(request, response),
    upgrade: (request, socket, head) => void decoy.emit('upgrade', request, socket, head),
    close: () => app.close(),
  }
}
