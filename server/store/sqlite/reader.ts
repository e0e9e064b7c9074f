import { workerData } from 'node:worker_threads'
import { answerJobs } from '#server/base/thread-answers.ts'
import { checkTable, tablesToCheck } from './check.ts'
import { connect } from './connection.ts'
import { copyTo } from './copy.ts'
import { toFailure } from './failure.ts'
import { read } from './log-table.ts'
import type { SqliteJobs, WorkerOptions } from './messages.ts'
import { stopSoon } from './stop.ts'

const refused = (op: string) => () => {
  throw new Error(`A reader does not ${op}.`)
}

/** A thread that reads what is committed when its job starts. */
await answerJobs<SqliteJobs>(
  () => {
    const connection = connect(workerData as WorkerOptions, 'read')
    return {
      ready: () => null,
      query: query => connection.query(query),
      read: ({ docId, after, limit }) => read(connection, docId, after, limit),
      tables: () => tablesToCheck(connection.db),
      check({ table }) {
        checkTable(connection.db, table)
        return null
      },
      backup({ target }) {
        copyTo(connection.db, target)
        return null
      },
      batch: refused('batch'),
      append: refused('append'),
      forget: refused('forget'),
      close() {
        connection.db.close()
        return stopSoon()
      },
    }
  },
  { toFailure },
)
