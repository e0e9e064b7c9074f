import { parentPort, type Transferable } from 'node:worker_threads'
import type { Jobs, Reply } from './thread.ts'

/** What a thread's script does for each job; a job may throw or reject. */
export type Answers<J extends Jobs<J>> = {
  [N in keyof J]: (ask: J[N]['ask']) => J[N]['answer'] | Promise<J[N]['answer']>
}

interface Options {
  /** Converts an error to what is sent to the main thread; without it, the error's message is sent. */
  toFailure?(error: unknown): unknown
  /** Buffers of a reply to transfer instead of copying. */
  transfer?(answer: unknown): Transferable[]
}

const messageOf = (error: unknown): unknown => (error instanceof Error ? error.message : String(error))

/**
 * The worker's end of `WorkerThread`: replies to jobs in the order in which they finish. When `start` fails, every job
 * fails.
 */
export async function answerJobs<J extends Jobs<J>>(
  start: Answers<J> | (() => Answers<J> | Promise<Answers<J>>),
  { toFailure = messageOf, transfer = () => [] }: Options = {},
): Promise<void> {
  const tell = (reply: Reply, moved: Transferable[] = []) => parentPort?.postMessage(reply, moved)
  const refuse = (id: number, error: unknown) => tell({ id, ok: false, failure: toFailure(error) })
  let answers: Answers<J>
  try {
    answers = typeof start === 'function' ? await start() : start
  } catch (error) {
    parentPort?.on('message', ({ id }: { id: number }) => refuse(id, error))
    return
  }
  const answered = (id: number, answer: unknown) => tell({ id, ok: true, answer }, transfer(answer))
  parentPort?.on('message', <N extends keyof J>({ id, job, body }: { id: number; job: N; body: J[N]['ask'] }) => {
    try {
      const answer = answers[job](body)
      if (answer instanceof Promise)
        answer.then(
          value => answered(id, value),
          error => refuse(id, error),
        )
      else answered(id, answer)
    } catch (error) {
      refuse(id, error)
    }
  })
}
