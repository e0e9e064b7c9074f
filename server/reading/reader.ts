import { Worker } from 'node:worker_threads'
import { badRequest } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { inHand } from './hand.ts'
import type { FileJob, FileRead, Job, JobName, JobResult, Jobs, PackJob, Source } from './jobs.ts'

/** Reads whole boards from the store in a thread of its own: what is durable when it is asked. */
export interface Reader {
  make<N extends JobName>(name: N, boardId: string, ask: Jobs[N]['ask']): Promise<Jobs[N]['answer']>
  /** Reads a file of a format that can be imported; rejects with AppError saying what is wrong with it, and where. */
  readFile(ask: FileJob['ask']): Promise<FileRead>
  /** A zip of a board with all its history. */
  pack(ask: PackJob['ask']): Promise<Uint8Array<ArrayBuffer>>
  /** A drawing that carries the font it is written in. */
  inHand(svg: string): string
  close(): Promise<void>
}

const page = 500

/** The stored bytes of a board with the names of everybody who wrote on it; nothing is decoded here. */
async function sourceOf(store: Store, boardId: string): Promise<Source> {
  const [keyframe, leases] = await Promise.all([store.log.keyframe(boardId), store.log.leases(boardId)])
  const updates = keyframe ? [keyframe.state] : []
  for (let after = keyframe?.seq ?? 0; ; ) {
    const entries = await store.log.read(boardId, after, page)
    updates.push(...entries.map(entry => entry.update))
    after += entries.length
    if (entries.length < page) break
  }
  return {
    updates,
    leases: leases.map(({ client, personId }) => [client, personId]),
    names: await namesOf(store, boardId, new Set(leases.map(lease => lease.personId))),
  }
}

/** Names of those whose clients wrote, and of those for whom the server did: participants of the board's sessions. */
async function namesOf(store: Store, boardId: string, writers: Set<string>): Promise<Source['names']> {
  const names = new Map<string, string>()
  for (const session of await store.sessions.ofBoard(boardId))
    for (const { personId, name } of await store.sessions.participants(session.id)) names.set(personId, name)
  const others = [...writers].filter(id => id !== '' && !names.has(id))
  for (const { id, name } of await store.people.many(others)) names.set(id, name)
  const board = await store.boards.get(boardId)
  // Whose name was erased from history is not named in exports and reports either.
  for (const { personId, name } of board ? await store.history.pseudonyms(board.workspaceId) : [])
    if (names.has(personId)) names.set(personId, name)
  return [...names]
}

export function createReader(store: Store): Reader {
  let worker: Worker | null = null
  let next = 1
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()

  const lost = (which: Worker, message: string) => {
    if (worker !== which) return
    worker = null
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // A file made to fill the memory ends this thread, and nothing else.
      resourceLimits: { maxOldGenerationSizeMb: 1536 },
    })
    started.unref()
    started.on('message', (result: JobResult) => {
      const asked = waiting.get(result.id)
      waiting.delete(result.id)
      if (result.ok) asked?.resolve(result.answer)
      else asked?.reject(result.expected ? badRequest(result.message) : new Error(result.message))
    })
    started.on('error', error => lost(started, String(error)))
    started.on('exit', () => lost(started, 'The reading thread ended.'))
    return started
  }
  const ask = <A>(job: Omit<Job, 'id'>): Promise<A> => {
    worker ??= start()
    const thread = worker
    const id = next++
    return new Promise<A>((resolve, reject) => {
      waiting.set(id, { resolve: answer => resolve(answer as A), reject })
      thread.postMessage({ id, ...job } as Job)
    })
  }
  return {
    async make<N extends JobName>(name: N, boardId: string, wanted: Jobs[N]['ask']) {
      const source = await sourceOf(store, boardId)
      return ask<Jobs[N]['answer']>({ name, source, ask: wanted } as Omit<Job, 'id'>)
    },
    readFile: wanted => ask<FileRead>({ name: 'file', ask: wanted } as Omit<Job, 'id'>),
    pack: wanted => ask<Uint8Array<ArrayBuffer>>({ name: 'pack', ask: wanted } as Omit<Job, 'id'>),
    inHand,
    async close() {
      await worker?.terminate()
    },
  }
}
