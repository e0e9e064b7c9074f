import { setTimeout as sleep } from 'node:timers/promises'
import type * as Y from 'yjs'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { diskTimes } from '../disk.ts'
import { printTable, quantile } from '../table.ts'
import { Client } from './client.ts'
import { chosenServers, compared, type Running, startServer, within } from './server.ts'

const sizes = (process.env.ROOMS ?? '10,100,500').split(',').map(Number)
const editors = 5
const readers = 3
/** ms of one measurement, and of the same work before it: a server's first seconds are spent on compiling it. */
const window = 6000
const warming = 10_000
/** More people than this move their cursors in our room only: without coalescing that is N² messages. */
const mostForPeers = 100

/**
 * N people in one room: five of them editing ten times a second, then everybody moving a cursor twenty times a second.
 * Every server is a process of its own and is asked for the CPU it used; the reference is a bare forwarder of messages,
 * which decides and keeps nothing. Ours alone has an edit on the disk before anybody sees it; others may send several as
 * one. ROOMS=100 and SERVERS=brownpaper choose.
 */
export async function rooms(): Promise<void> {
  const names = chosenServers()
  for (const people of sizes) {
    const disk = await diskTimes(100)
    const edits = []
    const cursors = []
    for (const name of names) {
      const server = await startServer(name, Math.max(people, 2))
      const clients = await fill(server, people)
      edits.push({ server: name, ...(await editing(server, clients)) })
      if (people <= mostForPeers || name === 'brownpaper')
        cursors.push({ server: name, ...(await pointing(server, clients)) })
      await leave(server, clients)
    }
    printTable(
      `rooms: ${people} people, ${Math.min(editors, people)} of them editing 10 times a second; the disk takes ${quantile(disk, 0.5).toFixed(1)} ms (p99 ${quantile(disk, 0.99).toFixed(0)}) to keep a byte`,
      compared(edits, 'CPU µs per delivered edit'),
    )
    printTable(`rooms: ${people} people, all moving a cursor 20 times a second`, compared(cursors, 'share of a core %'))
  }
}

async function fill(server: Running, people: number): Promise<Client[]> {
  const clients: Client[] = []
  for (let i = 0; i < people; i += 1) {
    clients.push(new Client(server, i, { reads: i < editors + readers }))
    if (i % 25 === 24) await sleep(50)
  }
  await within(30_000, Promise.all(clients.map(client => client.synced)))
  await sleep(500)
  for (const client of clients.slice(editors + readers, -1)) client.stopReading()
  return clients
}

async function leave(server: Running, clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.ws.terminate()
  await server.stop()
}

async function editing(server: Running, clients: readonly Client[]): Promise<Record<string, string>> {
  const writing = clients.slice(0, editors)
  const reading = clients.length > editors ? clients.slice(editors, editors + readers) : writing
  for (const [i, { doc }] of writing.entries())
    if (doc) addEntity({ doc, newId: () => '' }, 'notes', `n${i}`, { kind: 'step', pos: [0, 0], z: 'a0', text: 'Note' })
  await sleep(500)
  const warmed = await edit(writing, warming, 0)
  const late: number[] = []
  for (const { doc } of reading)
    if (doc)
      rootOf(doc, 'notes').observeDeep((_, { local }) => {
        const sent = local ? undefined : lastSent(doc)
        if (sent !== undefined) late.push(performance.now() - sent)
      })
  const before = await server.used()
  const sent = await edit(writing, window, warmed)
  await sleep(300)
  const { cpu, loop, memory } = await server.used()
  const perEdit = ((cpu - before.cpu) * 1000) / (sent * (clients.length - 1))
  const own = reading === writing ? 1 / writing.length : 0
  const singly = late.length / (sent * reading.length * (1 - own))
  return {
    'CPU µs per delivered edit': perEdit.toFixed(2),
    'of it on the loop': (((loop - before.loop) * 1000) / (sent * (clients.length - 1))).toFixed(2),
    'seen one by one': `${Math.round(100 * singly)} %`,
    'CPU µs per message': (perEdit / singly).toFixed(2),
    p50: `${quantile(late, 0.5).toFixed(1)} ms`,
    p99: `${quantile(late, 0.99).toFixed(1)} ms`,
    memory: `${Math.round(memory / 1e6)} MB`,
  }
}

/** Ten edits a second by each of some people, for so many ms, numbered on; answers how many. */
async function edit(writing: readonly Client[], ms: number, before: number): Promise<number> {
  const begun = performance.now()
  let sent = 0
  while (performance.now() - begun < ms) {
    const { doc } = writing[sent % writing.length] ?? {}
    if (doc)
      setFields({ doc, newId: () => '' }, 'notes', `n${sent % writing.length}`, {
        pos: [performance.now(), before + sent],
      })
    sent += 1
    await sleep(Math.max(1, begun + sent * (100 / writing.length) - performance.now()))
  }
  return sent
}

/** When the newest edit was made: the editors write the time into the position. */
function lastSent(doc: Y.Doc): number | undefined {
  let newest: [number, number] = [0, -1]
  for (const note of rootOf(doc, 'notes').values()) {
    const pos = note.get('pos') as [number, number] | undefined
    if (pos && pos[1] > newest[1]) newest = pos
  }
  return newest[1] > 0 ? newest[0] : undefined
}

async function pointing(server: Running, clients: readonly Client[]): Promise<Record<string, string>> {
  let seen = 0
  const watching = clients.at(-1)
  const marks = clients.map((_, i) => 1_000_000 + i)
  const watched = clients[0]
  if (!watching || !watched) return {}
  watching.onAwareness = update => {
    if (Buffer.from(update.buffer, update.byteOffset, update.length).includes('"cursor":[7777,')) seen += 1
  }
  const before = await server.used()
  const begun = performance.now()
  let turns = 0
  while (performance.now() - begun < window) {
    for (const [i, client] of clients.entries()) client.point(marks[i] ?? 0, turns + 1, i === 0 ? 7777 : turns)
    turns += 1
    await sleep(Math.max(1, begun + turns * 50 - performance.now()))
  }
  const seconds = (performance.now() - begun) / 1000
  const { cpu } = await server.used()
  return {
    'share of a core %': ((cpu - before.cpu) / (seconds * 10)).toFixed(1),
    'sent per cursor': `${(turns / seconds).toFixed(1)} Hz`,
    'seen per cursor': `${(seen / seconds).toFixed(1)} Hz`,
  }
}
