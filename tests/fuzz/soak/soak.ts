import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { addEntity } from '#lib/board/commands/writer.ts'
import type { Memory } from '#tests/drivers/loop-watch.ts'
import { random } from '#tests/drivers/random.ts'
import { people, type TestPerson, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { until } from '#tests/drivers/until.ts'
import { inSqlite } from '../kept.ts'
import { type Place, Visitor } from './workshop.ts'

export interface Soak {
  /** Boards that are opened and left, one after the other, eight at a time. */
  boards: number
  /** Workshops that run at the same time, and how long; ms. */
  workshops: number
  time: number
}
export interface Soaked {
  start: Memory
  afterBoards: Memory
  afterWork: Memory
  /** What people did. */
  acts: number
  /** Bytes of updates that it has logged. */
  logged: number
}

const megabytes = (bytes: number) => Number((bytes / 2 ** 20).toFixed(1))

const sizes: Soak = {
  boards: Number(process.env.SOAK_BOARDS ?? 1000),
  workshops: 10,
  time: Number(process.env.SOAK_SECONDS ?? 240) * 1000,
}

const token = 'for-tests-only-and-long'
const atOnce = 8

/** A server that many come to and go from again, and what it still holds when nobody is there any more. */
export async function soakThrough(seed: number, { boards, workshops, time }: Soak): Promise<Soaked> {
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-soak-'))
  const places = await prepare(dataDir, boards + workshops)
  const server = new ServerProcess(dataDir, { settings: { METRICS_TOKEN: token }, flags: ['--expose-gc'] })
  const chance = random(seed)
  try {
    await server.start()
    const visit = async (some: readonly Place[]) => {
      const waiting = [...some]
      const next = async () => {
        for (let place = waiting.pop(); place; place = waiting.pop()) {
          const at = place
          await Promise.all(at.people.map(person => new Visitor(server.url, at, person, chance).visit(4)))
        }
      }
      await Promise.all(Array.from({ length: atOnce }, next))
    }
    const work = async (ms: number) => {
      const end = performance.now() + ms
      const visitors = places
        .slice(boards)
        .flatMap(place => place.people.map(person => new Visitor(server.url, place, person, chance)))
      await Promise.all(visitors.map(visitor => visitor.work(() => performance.now() < end)))
      return visitors.reduce((sum, { acts }) => sum + acts, 0)
    }
    // A server's first minutes are spent on compiling it.
    await visit(places.slice(0, Math.min(boards, 100)))
    await work(time / 4)
    const start = await atRest(server)
    await visit(places.slice(0, boards))
    const afterBoards = await atRest(server)
    const acts = await work(time)
    const afterWork = await atRest(server)
    const logged = await metric(server, 'brownpaper_log_bytes_total')
    return { start, afterBoards, afterWork, acts, logged }
  } finally {
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A thousand boards, and an hour of five workshops in minutes: what is held afterwards is what was held before. */
export async function soakAtSize(seed: number): Promise<string> {
  const { acts, logged, ...held } = await soakThrough(seed, sizes)
  console.table(
    Object.fromEntries(
      Object.entries(held).map(([when, { heap, resident }]) => [
        when,
        { 'heap MB': megabytes(heap), 'resident MB': megabytes(resident) },
      ]),
    ),
  )
  const most = Math.max(held.afterBoards.heap, held.afterWork.heap)
  if (most > held.start.heap * 1.1) throw new Error('it holds more than a tenth more than at its start')
  return `${sizes.boards} boards, ${acts} acts, ${megabytes(logged)} MB logged`
}

/** What it holds when nobody is connected and every board has left memory. */
async function atRest(server: ServerProcess): Promise<Memory> {
  await until(async () => (await metric(server, 'brownpaper_rooms')) === 0, 'no board in memory', 120_000)
  return server.memory()
}

async function metric(server: ServerProcess, name: string): Promise<number> {
  const page = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(page)?.[1])
}

async function prepare(dataDir: string, boards: number): Promise<Place[]> {
  const store = await (await inSqlite(dataDir)).open()
  const cast = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
  const doc = new Y.Doc()
  for (let i = 0; i < 100; i += 1)
    addEntity({ doc, newId: () => '' }, 'notes', `n${i}`, { kind: 'step', pos: [i * 50, 0], text: `Note ${i}` })
  const update = Y.encodeStateAsUpdate(doc)
  const groups: TestPerson[][] = []
  for (let i = 0; i < 12; i += 1)
    groups.push(await Promise.all(['Fay', 'Cal', 'Dan', 'Obs'].map(name => cast.person(`${name} ${i}`))))
  const places: Place[] = []
  const make = async (i: number) => {
    const group = groups[i % groups.length] ?? []
    const [fay] = group
    if (!fay) throw new Error('nobody')
    const { boardId, sessionId } = await cast.board(fay)
    for (const [at, person] of group.entries())
      if (person !== fay) await cast.seat(sessionId, person, at === group.length - 1 ? 'observer' : 'contributor')
    await store.log.append(
      [{ docId: boardId, seq: 1, at: 0, actor: fay.id, update }],
      [{ docId: boardId, client: doc.clientID, personId: fay.id }],
    )
    places.push({ boardId, people: group })
  }
  for (let i = 0; i < boards; i += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, boards - i) }, (_, j) => make(i + j)))
  await store.close()
  return places
}
