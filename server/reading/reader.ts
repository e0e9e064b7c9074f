import type { Store } from '../store/store.ts'
import { inHand } from './handwriting-font.ts'
import type { BoardJobs, FileAsk, FileRead, PackAsk, ReadingJobs, StoredBoard } from './jobs.ts'
import { ReadingThread } from './thread.ts'

/**
 * Reads whole boards from the store, and files, in worker threads; a job reads what is durable when it starts. `by` is
 * the person who asks: people take turns, and when too many jobs wait, one more is `busy`.
 */
export interface BoardReader {
  make<N extends keyof BoardJobs>(
    by: string,
    name: N,
    boardId: string,
    ask: BoardJobs[N]['ask'],
  ): Promise<BoardJobs[N]['answer']>
  /** Reads a file of a format that can be imported; rejects with AppError saying what is wrong with it, and where. */
  readFile(by: string, ask: FileAsk): Promise<FileRead>
  /** Returns a zip of a board with all its history; `gather` runs when the job starts. */
  pack(by: string, gather: () => Promise<PackAsk>): Promise<Uint8Array<ArrayBuffer>>
  /** Returns the drawing with its font embedded. */
  inHand(svg: string): string
  close(): Promise<void>
}

const page = 500

/** Returns the stored bytes of a board, and the names of its authors where `names` is set; nothing is decoded here. */
async function sourceOf(store: Store, boardId: string, { names }: { names: boolean }): Promise<StoredBoard> {
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
    names: names ? await namesOf(store, boardId, new Set(leases.map(lease => lease.personId))) : [],
  }
}

/**
 * Returns the names of the people whose clients wrote, and of those for whom the server wrote: participants of the
 * board's sessions.
 */
async function namesOf(store: Store, boardId: string, writers: Set<string>): Promise<StoredBoard['names']> {
  const names = new Map<string, string>()
  for (const session of await store.sessions.ofBoard(boardId))
    for (const { personId, name } of await store.sessions.participants(session.id)) names.set(personId, name)
  const others = [...writers].filter(id => id !== '' && !names.has(id))
  for (const { id, name } of await store.people.many(others)) names.set(id, name)
  const board = await store.boards.get(boardId)
  // A name that was erased from history does not appear in exports and reports either.
  for (const { personId, name } of board ? await store.history.pseudonyms(board.workspaceId) : [])
    if (names.has(personId)) names.set(personId, name)
  return [...names]
}

/** ms: the largest board there may be is read in a tenth of it. */
const longest = { board: 120_000, file: 30_000 }
/** A page asks for a picture of each board; a file waits in memory. */
const waiting = { board: 600, file: 20 }

/** Files have a thread of their own, so that a malicious file does not delay reports. */
export function createReader(store: Store, most = longest): BoardReader {
  const boards = new ReadingThread(most.board, waiting.board)
  const files = new ReadingThread(most.file, waiting.file)
  return {
    async make<N extends keyof BoardJobs>(by: string, name: N, boardId: string, ask: BoardJobs[N]['ask']) {
      const names = name !== 'miniature'
      // The compiler does not see that one name stands for both.
      const prepare = async () => ({ source: await sourceOf(store, boardId, { names }), ask }) as ReadingJobs[N]['ask']
      return boards.ask(by, name, prepare)
    },
    readFile: (by, ask) => files.ask(by, 'file', () => ask),
    pack: (by, gather) => boards.ask(by, 'pack', gather),
    inHand,
    async close() {
      await Promise.all([boards.close(), files.close()])
    },
  }
}
