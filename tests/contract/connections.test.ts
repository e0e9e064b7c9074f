import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect as connectTo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/** What somebody can do who only holds connections, and what a whole workshop behind one address must be able to. */

let cleanup: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanup.reverse()) await clean()
  cleanup = []
})

async function start(connections: NonNullable<Parameters<typeof startServer>[0]>['connections'] = {}) {
  const server = await startServer({ connections })
  cleanup.push(() => server.close())
  return server
}

/** A connection from one of this machine’s own addresses. */
async function hold({ port }: TestServer, from = '127.0.0.1', says = ''): Promise<Socket> {
  const socket = connectTo({ port, host: '127.0.0.1', localAddress: from })
  socket.on('error', () => {})
  cleanup.push(() => socket.destroy())
  await once(socket, 'connect')
  if (says) socket.write(says)
  return socket
}
const ask = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n'

test('whoever never finishes the head of a request, or its body, is not waited for', async () => {
  const server = await start({ head: 50, request: 60_000, stalled: 50, look: 10 })
  const silent = await hold(server)
  const slow = await hold(server, '127.0.0.1', 'GET / HTTP/1.1\r\nhost: x\r\nx-')
  const body = await hold(server, '127.0.0.1', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc')
  silent.resume()
  body.resume()
  const said = text(slow)
  await until(() => [silent, slow, body].every(socket => socket.closed), 'closed')
  expect(await said).toMatch(/^HTTP\/1\.1 408 .*took too long/s)
})

test('a head that is too long is answered with what to do', async () => {
  const server = await start()
  const socket = await hold(server, '127.0.0.1', `GET / HTTP/1.1\r\nhost: x\r\ncookie: a=${'x'.repeat(40_000)}\r\n\r\n`)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 .*Delete the cookies of this site/s)
  const cookie = `a=${'x'.repeat(20_000)}`
  expect((await fetch(`${server.url}/healthz`, { headers: { cookie } })).status).toBe(200)
})

test('a host that is none is not answered, and nothing of it comes back', async () => {
  const server = await start()
  const socket = await hold(server, '127.0.0.1', 'GET / HTTP/1.1\r\nhost: x; script-src *\r\nconnection: close\r\n\r\n')
  const said = await text(socket)
  expect(said).toMatch(/^HTTP\/1\.1 400 /)
  expect(said).not.toContain('script-src')
})

test('over https browsers are told to stay with it', async () => {
  const server = await startServer({ settings: { PUBLIC_URL: 'https://boards.example.org' } })
  cleanup.push(() => server.close())
  const { headers } = await fetch(`http://127.0.0.1:${server.port}/`)
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await fetch((await start()).url)).headers.has('strict-transport-security')).toBe(false)
})

test('one address takes its share of the connections and none of those of others', async () => {
  const server = await start({ perAddress: 10, total: 30 })
  const open: Socket[] = []
  for (let i = 0; i < 40; i += 1) open.push(await hold(server, '127.0.0.2'))
  await until(() => open.filter(socket => socket.closed).length === 30, 'thirty are turned away')
  const more: Socket[] = []
  for (const from of ['127.0.0.3', '127.0.0.4']) for (let i = 0; i < 10; i += 1) more.push(await hold(server, from))
  const newcomer = await hold(server, '127.0.0.5', ask)
  expect(String((await once(newcomer, 'data'))[0])).toMatch(/^HTTP\/1\.1 200/)
  expect([...open, ...more].filter(socket => !socket.closed).length).toBe(29)
})

test('boards’ sockets of one address are bounded, and places come back when they close', async () => {
  const server = await start({ socketsPerAddress: 3 })
  const ann = await server.person('Ann')
  const { boardId } = await server.board(ann)
  const join = () => {
    const client = new OwnClient(server.url, boardId, ann.cookie)
    cleanup.push(() => client.close())
    return client
  }
  const clients = [join(), join(), join()]
  await until(() => clients.every(client => client.synced), 'three are in step')
  const fourth = new WebSocket(`${server.url.replace(/^http/, 'ws')}/sync/${boardId}`)
  const [, response] = await once(
    fourth.on('error', () => {}),
    'unexpected-response',
  )
  expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '30'])
  await clients[0]?.close()
  await until(async () => {
    const again = join()
    await until(() => again.synced || again.closed, 'an answer')
    return again.synced
  }, 'there is a place again')
})

test('a hundred people behind one address, with six connections and two windows each, all get in', async () => {
  const server = await start()
  const fay = await server.person('Fay')
  const { boardId, sessionId } = await server.board(fay)
  const people = await Promise.all(Array.from({ length: 100 }, (_, i) => server.person(`Guest ${i}`)))
  const answers: Promise<number | undefined>[] = []
  const clients: OwnClient[] = []
  for (const person of people) {
    await server.seat(sessionId, person, 'contributor')
    const agent = new Agent({ keepAlive: true, maxSockets: 6 })
    cleanup.push(() => agent.destroy())
    for (let i = 0; i < 6; i += 1)
      answers.push(
        new Promise((resolve, reject) => {
          get(`${server.url}/healthz`, { agent }, response => resolve(response.resume().statusCode)).on('error', reject)
        }),
      )
    for (let i = 0; i < 2; i += 1) clients.push(new OwnClient(server.url, boardId, person.cookie))
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
  await until(() => clients.every(client => client.synced || client.closed), 'all are answered')
  expect(clients.filter(client => client.closed)).toEqual([])
  for (const client of clients) client.ws.terminate()
})
