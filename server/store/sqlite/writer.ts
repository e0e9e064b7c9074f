import { workerData } from 'node:worker_threads'
import { StoreError } from '../store.ts'
import { type Connection, connect } from './connection.ts'
import { toFailure } from './failure.ts'
import { groupCommit } from './group.ts'
import { holdLock } from './lock.ts'
import { append } from './log-table.ts'
import type { Ask, WorkerOptions } from './messages.ts'
import { migrateFile } from './migrate.ts'
import { refuse, reply, serve, stop } from './serve.ts'

/** The one thread that writes. */
const options = workerData as WorkerOptions

await serve(async () => {
  const lock = holdLock(options.file)
  const connection = open()
  await migrateFile(connection.db)
  const group = groupCommit(connection)
  return async ask => {
    if (ask.op === 'close') {
      await group.idle()
      connection.db.close()
      lock.release()
      return stop(ask.id)
    }
    group.add({
      write: () => write(connection, ask),
      done: result => {
        if (ask.op === 'forget') emptyWal(connection)
        reply({ id: ask.id, ok: result })
      },
      failed: error => refuse(ask.id, error),
    })
  }
})

function open(): Connection {
  try {
    return connect(options, 'write')
  } catch (error) {
    const { kind, message } = toFailure(error)
    throw new StoreError(kind, `${options.file} cannot be opened: ${message}.`, { cause: error })
  }
}

function write(c: Connection, ask: Ask): unknown {
  switch (ask.op) {
    case 'query':
      return c.query(ask.body)
    case 'batch':
      for (const query of ask.body) c.query(query)
      return null
    case 'append':
      append(c, ask.body.entries, ask.body.leases)
      return null
    case 'forget':
      // Zeroes on the disk, not only a free page: what is erased was private.
      c.db.exec('pragma secure_delete = on')
      for (const query of ask.body) c.query(query)
      c.db.exec('pragma secure_delete = fast')
      return null
    case 'read':
    case 'backup':
    case 'close':
      throw new Error(`The writer does not ${ask.op}.`)
  }
}

/** ms until the WAL is tried again when a reader was in the way. */
const again = 100

/** Takes what was erased out of the WAL too: as soon as no reader is in the way. */
function emptyWal(c: Connection): void {
  c.db.exec('pragma busy_timeout = 0')
  const [answer] = c.db.prepare('pragma wal_checkpoint(truncate)').all()
  c.db.exec('pragma busy_timeout = 5000')
  if (answer?.busy === 1) setTimeout(() => c.db.isOpen && emptyWal(c), again)
}
