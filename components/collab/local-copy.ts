import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { prefix, readWaiting, writeWaiting } from './unsent.ts'

/**
 * The copy of a board that this browser keeps for one person, so that a board opens at once and work done offline
 * survives a reload. Without storage (private windows, blocked) everything works but nothing is kept.
 */
export interface LocalCopy {
  /** Whether this browser can store anything. */
  readonly keeps: boolean
  /** Ids of entities that were changed here and not saved when the page was last left. */
  readonly waiting: readonly string[]
  /** The origin of the persistence's own transactions. */
  readonly origin: unknown
  noteWaiting(ids: readonly string[]): void
  /** Stops storing; what is stored stays. */
  close(): void
  /** Stops storing and removes the copy. */
  remove(): Promise<void>
}

export const copyName = (personId: string, boardId: string): string => `${prefix}${personId}/${boardId}`

/** ms that a browser gets to open its database before the board goes on without. */
const patience = 2_000

const nothing: LocalCopy = {
  keeps: false,
  waiting: [],
  origin: null,
  noteWaiting() {},
  close() {},
  remove: () => Promise.resolve(),
}

/**
 * Reads the local copy into `doc` and keeps it up to date from then on; resolves when it has been read. `onKeeps` is told
 * when the browser keeps no more, and when it does again.
 */
export async function openLocalCopy(doc: Y.Doc, name: string, onKeeps: (keeps: boolean) => void): Promise<LocalCopy> {
  if (typeof indexedDB === 'undefined' || !(await opens(name))) return nothing
  const persistence = new IndexeddbPersistence(name, doc)
  await Promise.race([persistence.whenSynced, new Promise(resolve => setTimeout(resolve, patience))])
  const stop = watchWrites(persistence, onKeeps)
  return {
    keeps: persistence.db !== null,
    waiting: readWaiting(name),
    origin: persistence,
    noteWaiting: ids => writeWaiting(name, ids),
    close: () => {
      stop()
      void persistence.destroy()
    },
    remove: async () => {
      stop()
      writeWaiting(name, [])
      await persistence.destroy()
      await clearDocument(name)
    },
  }
}

/**
 * Removes every board kept for a person, when they sign out. A copy that another tab has open goes when that tab lets go
 * of it, as it does when its connection is told of the sign-out; it is waited for a moment and no longer.
 */
export async function forgetLocalCopies(personId: string): Promise<void> {
  if (typeof indexedDB === 'undefined' || !indexedDB.databases) return
  const mine = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(`${prefix}${personId}/`) ? [name] : [],
  )
  for (const name of mine) writeWaiting(name, [])
  const gone = Promise.all(mine.map(clearDocument))
  await Promise.race([gone, new Promise(resolve => setTimeout(resolve, patience))])
}

/** ms after which a browser that kept nothing more is asked again. */
const askAgain = 10_000

/**
 * Notices writes that fail, for y-indexeddb does not: the browser's store is full, or was taken away. What was not written
 * would leave a gap before all that comes later, so the whole board is written when there is room again.
 */
function watchWrites({ db, doc }: IndexeddbPersistence, onKeeps: (keeps: boolean) => void): () => void {
  if (!db) return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const failed = () => {
    onKeeps(false)
    clearTimeout(timer)
    timer = setTimeout(writeAll, askAgain)
  }
  const writeAll = () => {
    try {
      const writing = db.transaction(['updates'], 'readwrite')
      writing.objectStore('updates').add(Y.encodeStateAsUpdate(doc))
      writing.addEventListener('complete', () => onKeeps(true))
    } catch {
      // The browser has closed the database: it stays as it is until the page is opened again.
    }
  }
  const events = ['abort', 'close'] as const
  for (const type of events) db.addEventListener(type, failed)
  return () => {
    clearTimeout(timer)
    for (const type of events) db.removeEventListener(type, failed)
  }
}

/** Whether the browser can open this database; checked first, because otherwise y-indexeddb waits for ever. */
const opens = (name: string): Promise<boolean> =>
  new Promise(resolve => {
    setTimeout(() => resolve(false), patience)
    try {
      const request = indexedDB.open(name)
      request.onupgradeneeded = () => {
        request.result.createObjectStore('updates', { autoIncrement: true })
        request.result.createObjectStore('custom')
      }
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
