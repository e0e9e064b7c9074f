import type { SqliteConnection } from './connection.ts'

/** Something to write, and the promise of its caller. */
interface Job {
  write(): unknown
  done(result: unknown): void
  failed(error: unknown): void
}

/**
 * Group commit. Everything queued before the next turn of the event loop shares one transaction, so one fsync; a commit
 * per message would wait for the disk each time. No promise resolves before the commit.
 */
export function groupCommit(c: SqliteConnection) {
  let queue: Job[] = []
  let idle = Promise.resolve()
  const join = (job: Job) => {
    queue.push(job)
    if (queue.length > 1) return
    idle = new Promise(resolve => {
      setImmediate(() => {
        const jobs = queue
        queue = []
        commit(c, jobs)
        resolve()
      })
    })
  }
  return {
    /** Runs `write` inside the group's transaction; resolves when that is on the disk. */
    add: <T>(write: () => T): Promise<T> =>
      new Promise((resolve, failed) => join({ write, done: result => resolve(result as T), failed })),
    idle: () => idle,
  }
}

function commit(c: SqliteConnection, jobs: readonly Job[]): void {
  const { db } = c
  // Prepared: most groups are one small append, and reading five statements anew would cost as much as running them.
  const run = (statement: string) => c.prepare(statement).run()
  const results = new Map<Job, unknown>()
  const failures = new Map<Job, unknown>()
  try {
    run('begin immediate')
    for (const job of jobs) {
      // A single job that fails is rolled back with the whole transaction, below.
      if (jobs.length === 1) {
        results.set(job, job.write())
        break
      }
      run('savepoint job')
      try {
        results.set(job, job.write())
      } catch (error) {
        // A full disk ends the whole transaction: there is no savepoint left.
        if (!db.isTransaction) throw error
        failures.set(job, error)
        run('rollback to job')
      }
      run('release job')
    }
    run('commit')
  } catch (error) {
    if (db.isTransaction) run('rollback')
    // One failing job must not fail the other writes of its group.
    if (jobs.length > 1) for (const job of jobs) commit(c, [job])
    else for (const job of jobs) job.failed(error)
    return
  }
  for (const job of jobs)
    if (failures.has(job)) job.failed(failures.get(job))
    else job.done(results.get(job))
}
