import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import type { Strain } from '#tests/drivers/loop-watch.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { people, type TestPerson, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { until } from '#tests/drivers/until.ts'
import { inSqlite } from '../kept.ts'

/** What an abuse did to the server and to whoever worked meanwhile; ms and MB. */
export interface Figures extends Strain {
  /** Changes that an honest facilitator made meanwhile, and the longest until one was called saved. */
  honest: number
  waited: number
  /** Resident memory at most, beyond what it was before. */
  grown: number
}

/** The client id under which the prepared board was written, by its facilitator. */
export const writer = 3000

/** A server in a process of its own with one board on it, its facilitator, and people who mean no good. */
export class Stage {
  readonly server: ServerProcess
  readonly boardId: string
  readonly doc: Y.Doc
  readonly fay: TestPerson
  readonly observers: readonly TestPerson[]
  readonly contributors: readonly TestPerson[]
  readonly #dataDir: string
  readonly #clients: OwnClient[] = []

  private constructor(
    dataDir: string,
    server: ServerProcess,
    parts: Pick<Stage, 'boardId' | 'doc' | 'fay' | 'observers' | 'contributors'>,
  ) {
    this.#dataDir = dataDir
    this.server = server
    this.boardId = parts.boardId
    this.doc = parts.doc
    this.fay = parts.fay
    this.observers = parts.observers
    this.contributors = parts.contributors
  }

  static async set(notes: number, before: (doc: Y.Doc) => void = () => {}): Promise<Stage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-abuse-'))
    const kept = await inSqlite(dataDir)
    const store = await kept.open()
    const cast = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
    const fay = await cast.person('Fay')
    const { boardId, sessionId } = await cast.board(fay)
    const seated = async (role: 'observer' | 'contributor') => {
      const all = await Promise.all([1, 2].map(number => cast.person(`${role} ${number}`)))
      for (const person of all) await cast.seat(sessionId, person, role)
      return all
    }
    const [observers, contributors] = [await seated('observer'), await seated('contributor')]
    const doc = new Y.Doc()
    doc.clientID = writer
    doc.transact(() => {
      for (let i = 0; i < notes; i += 1)
        addEntity({ doc, newId: () => '' }, 'notes', `n${i}`, {
          kind: 'step',
          pos: [(i % 100) * 200, Math.floor(i / 100) * 200],
          text: `Note ${i}: the customer waits for an answer that somebody else has`,
        })
    })
    before(doc)
    await store.log.append(
      [{ docId: boardId, seq: 1, at: 0, actor: fay.id, update: Y.encodeStateAsUpdate(doc) }],
      [{ docId: boardId, client: writer, personId: fay.id }],
    )
    await store.close()
    const server = new ServerProcess(dataDir)
    await server.start()
    return new Stage(dataDir, server, { boardId, doc, fay, observers, contributors })
  }

  async join(person: TestPerson): Promise<OwnClient> {
    const client = new OwnClient(this.server.url, this.boardId, person.cookie)
    this.#clients.push(client)
    await until(() => client.synced || client.closed, 'in step, or turned away', 60_000)
    return client
  }

  /** Makes an abuse while the facilitator works on. */
  async suffer(abuse: () => Promise<unknown>): Promise<Figures> {
    const client = await this.join(this.fay)
    const before = await this.server.strain()
    let [working, honest, waited] = [true, 0, 0]
    const work = async () => {
      for (; working; await sleep(20)) {
        const at = performance.now()
        setFields({ doc: client.doc, newId: () => '' }, 'notes', 'n0', { pos: [honest, honest] })
        await until(
          () => client.closed || client.refused.length > 0 || client.saved >= client.sent,
          'an answer',
          120_000,
        )
        if (client.closed) throw new Error(`the facilitator was put out: ${client.closed.reason}`)
        if (client.refused[0]) throw new Error(`the facilitator was refused: ${client.refused[0].rule}`)
        waited = Math.max(waited, performance.now() - at)
        honest += 1
      }
    }
    const worked = work()
    await abuse()
    working = false
    await worked
    const strain = await this.server.strain()
    return { ...strain, honest, waited, grown: strain.memory - before.memory }
  }

  async strike(): Promise<void> {
    for (const client of this.#clients) client.ws.terminate()
    await this.server.kill()
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}
