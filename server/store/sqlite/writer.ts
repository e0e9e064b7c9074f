import { workerData } from 'node:worker_threads'
import { answerJobs } from '#server/base/thread-answers.ts'
import { StoreError } from '../store.ts'
import { connect, type SqliteConnection } from './connection.ts'
import { toFailure } from './failure.ts'
import { groupCommit } from './group.ts'
import { holdLock } from './lock.ts'
import { append } from './log-table.ts'
import type { Query, SqliteJobs, WorkerOptions } from './messages.ts'
import { migrateFile } from './migrate.ts'
import { stopSoon } from './stop.ts'

const options = workerData as WorkerOptions

/** The one thread that writes. */
await answerJobs<SqliteJobs>(
  async () => {
    const lock = holdLock(options.file)
    const connection = open()
    await migrateFile(connection.db)
    const group = groupCommit(connection)
    const refused = (op: string) => () => {
      throw new Error(`The writer does not ${op}.`)
    }
    return {
      ready: () => null,
      query: query => group.add(() => connection.query(query)),
      batch: queries => group.add(() => runAll(connection, queries)),
      append: ({ entries, leases }) =>
        group.add(() => {
          append(connection, entries, leases)
          return null
        }),
      async forget(queries) {
        await group.add(() => forget(connection, queries))
        rewriteSoon(connection)
        return null
      },
      read: refused('read'),
      tables: refused('check'),
      check: refused('check'),
      backup: refused('backup'),
      async close() {
        await group.idle()
        connection.db.close()
        lock.release()
        return stopSoon()
      },
    }
  },
  { toFailure },
)

function open(): SqliteConnection {
  try {
    return connect(options, 'write')
  } catch (error) {
    const { kind, message } = toFailure(error)
    throw new StoreError(kind, `${options.file} cannot be opened: ${message}.`, { cause: error })
  }
}

function runAll(c: SqliteConnection, queries: readonly Query[]): null {
  for (const query of queries) c.query(query)
  return null
}

/** Zeroes on the disk, not only a free page: what is erased was private. */
function forget(c: SqliteConnection, queries: readonly Query[]): null {
  c.db.exec('pragma secure_delete = on')
  runAll(c, queries)
  c.db.exec('pragma secure_delete = fast')
  return null
}

/** ms in which several deletions share one rewriting of the file, and after which emptying the WAL is tried again. */
const soon = 100
/**
 * Files up to this many bytes are rewritten. In a larger one, old copies may stay in unused parts of pages until those
 * are used again.
 */
const rewritable = 64 * 1024 * 1024
const rewriting = new WeakSet<SqliteConnection>()

/**
 * Deleted rows are overwritten with zeroes; copies that earlier moves left in unused parts of pages disappear when the
 * file is rewritten.
 */
function rewriteSoon(c: SqliteConnection): void {
  emptyWal(c)
  if (rewriting.has(c)) return
  rewriting.add(c)
  setTimeout(() => {
    rewriting.delete(c)
    if (!c.db.isOpen) return
    const [size] = c.db.prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size').all()
    if (Number(size?.bytes) > rewritable) return
    try {
      c.db.exec('vacuum')
    } catch {
      // No room for a second copy: the next deletion tries again.
      return
    }
    emptyWal(c)
  }, soon)
}

/** Removes deleted data from the WAL too, as soon as no reader prevents it. */
function emptyWal(c: SqliteConnection): void {
  c.db.exec('pragma busy_timeout = 0')
  const [answer] = c.db.prepare('pragma wal_checkpoint(truncate)').all()
  c.db.exec('pragma busy_timeout = 5000')
  if (answer?.busy === 1) setTimeout(() => c.db.isOpen && emptyWal(c), soon)
}
