import { askForFile } from '#components/ui/ask-server.ts'
import { requestFor } from '#lib/protocol/call.ts'
import type { ReplayFacts } from '#lib/replay/facts.ts'
import type { Ask, PlayerMessage } from './protocol.ts'

type RowsOf = Pick<ReplayFacts, 'boardId' | 'door'>

/**
 * The worker with the recording. Small and started as early as possible: it reads while the player’s own code is still
 * loading. Messages that come before there is a listener are passed to it later.
 */
export class PlayerThread {
  readonly #worker: Worker
  readonly #sent: PlayerMessage[] = []
  #listener: ((message: PlayerMessage) => void) | null = null

  constructor(rows: RowsOf) {
    performance.mark('replay.opening')
    this.#worker = new Worker(new URL('./player-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = (event: MessageEvent<PlayerMessage>) => this.#pass(event.data)
    this.#worker.onerror = () =>
      this.#pass({ type: 'failed', message: 'The player could not be started in this browser.' })
    fetchRows(rows).then(
      file => this.ask({ type: 'open', file }, [file]),
      (error: unknown) =>
        this.#pass({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
  }

  /** Passes on messages, also earlier ones. Returns the function that stops it. */
  listen(listener: (message: PlayerMessage) => void): () => void {
    this.#listener = listener
    for (const message of this.#sent) listener(message)
    return () => {
      if (this.#listener === listener) this.#listener = null
    }
  }

  ask(ask: Ask, transfer: Transferable[] = []): void {
    this.#worker.postMessage(ask, { transfer })
  }

  close(): void {
    this.#worker.terminate()
  }

  #pass(message: PlayerMessage): void {
    if (message.type === 'opened' || message.type === 'marks' || message.type === 'failed') this.#sent.push(message)
    this.#listener?.(message)
  }
}

/** Returns the recording's path, for a page that fetches it before this code is loaded. */
export const rowsPath = ({ boardId, door }: RowsOf): string =>
  (door === null
    ? requestFor('GET /api/boards/[boardId]/replay', { boardId })
    : requestFor('GET /api/replays/[door]', { door })
  ).path

async function fetchRows({ boardId, door }: RowsOf): Promise<ArrayBuffer> {
  const answer = await (door === null
    ? askForFile('GET /api/boards/[boardId]/replay', { boardId })
    : askForFile('GET /api/replays/[door]', { door }))
  if (!answer.ok) throw new Error(answer.message)
  return answer.file.arrayBuffer()
}
