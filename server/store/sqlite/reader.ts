import { workerData } from 'node:worker_threads'
import { connect } from './connection.ts'
import { copyTo } from './copy.ts'
import { read } from './log-table.ts'
import type { Ask, WorkerOptions } from './messages.ts'
import { refuse, reply, serve, stop } from './serve.ts'

/** A thread that reads: what was committed when it is asked. */
await serve(() => {
  const connection = connect(workerData as WorkerOptions, 'read')
  const answer = (ask: Ask): unknown => {
    switch (ask.op) {
      case 'query':
        return connection.query(ask.body)
      case 'read':
        return read(connection, ask.body.docId, ask.body.after, ask.body.limit)
      case 'backup':
        copyTo(connection.db, ask.body.target)
        return null
      case 'batch':
      case 'append':
      case 'forget':
      case 'close':
        throw new Error(`A reader does not ${ask.op}.`)
    }
  }
  return ask => {
    if (ask.op === 'close') {
      connection.db.close()
      return stop(ask.id)
    }
    try {
      reply({ id: ask.id, ok: answer(ask) })
    } catch (error) {
      refuse(ask.id, error)
    }
  }
})
