import { setTimeout as sleep } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { BoardModel } from '#lib/board/model.ts'
import { writePlan } from '#lib/board/plan.ts'
import { largeBoard } from '#lib/templates/large.ts'
import { printTable, quantile } from '../table.ts'
import { Client } from './client.ts'
import { chosenServers, compared, type ServerName, startServer, within } from './server.ts'

const notes = 10_000
const people = 100

/** A hundred people joining a board of 10,000 notes at once, on each server; SERVERS=brownpaper chooses. */
export async function joins(): Promise<void> {
  const rows = []
  for (const name of chosenServers()) rows.push({ server: name, ...(await joining(name)) })
  printTable(`joins: ${people} people join a board of ${notes} notes at once`, compared(rows, 'CPU s'))
}

/** The board as one document, and as the updates of whoever wrote it. */
function written(): { state: Uint8Array; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const board = new BoardModel(doc)
  for (const plan of largeBoard(notes)) writePlan({ doc, newId: () => '' }, board, plan, { freshIds: false })
  return { state: Y.encodeStateAsUpdate(doc), updates }
}

async function joining(name: ServerName): Promise<Record<string, string>> {
  const server = await startServer(name, people + 1)
  const author = new Client(server, people, { reads: false })
  await within(10_000, author.synced)
  await sleep(200)
  const { state, updates } = written()
  const send = (kind: number, update: Uint8Array) =>
    author.send(0, encoder => {
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, update)
    })
  if (name === 'forwarder') send(1, state)
  else for (const update of updates) send(2, update)
  await sleep(4000)
  const before = await server.used()
  const begun = performance.now()
  const times: number[] = []
  const clients = Array.from({ length: people }, (_, i) => new Client(server, i, { reads: false }))
  await within(60_000, Promise.all(clients.map(each => each.synced.then(() => times.push(performance.now() - begun)))))
  const { cpu } = await server.used()
  const got = clients.reduce((sum, client) => sum + client.bytes, 0)
  for (const client of [author, ...clients]) client.ws.terminate()
  await server.stop()
  return {
    'CPU s': ((cpu - before.cpu) / 1000).toFixed(2),
    joined: String(times.length),
    first: `${(quantile(times, 0) / 1000).toFixed(2)} s`,
    half: `${(quantile(times, 0.5) / 1000).toFixed(2)} s`,
    all: times.length === people ? `${(quantile(times, 1) / 1000).toFixed(2)} s` : 'gave up',
    'each received': `${(got / people / 1e6).toFixed(1)} MB`,
  }
}
