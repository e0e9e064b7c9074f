import type { Ask, Told } from './protocol.ts'

/**
 * The worker with the recording. Small and started as early as the page can: it reads while the player’s own code is
 * still on its way, and what it has told by then is told to whoever listens later.
 */
export class PlayerThread {
  readonly #worker: Worker
  readonly #told: Told[] = []
  #listener: ((told: Told) => void) | null = null

  constructor(address: string) {
    performance.mark('replay.opening')
    this.#worker = new Worker(new URL('./player-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = (event: MessageEvent<Told>) => this.#tell(event.data)
    this.#worker.onerror = () =>
      this.#tell({ type: 'failed', message: 'The player could not be started in this browser.' })
    fetchRows(address).then(
      file => this.ask({ type: 'open', file }, [file]),
      (error: unknown) =>
        this.#tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
  }

  /** Tells what comes, and what came already. Returns the end of it. */
  listen(listener: (told: Told) => void): () => void {
    this.#listener = listener
    for (const told of this.#told) listener(told)
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

  #tell(told: Told): void {
    if (told.type === 'opened' || told.type === 'marks' || told.type === 'failed') this.#told.push(told)
    this.#listener?.(told)
  }
}

async function fetchRows(address: string): Promise<ArrayBuffer> {
  const unreachable = () => new Error('The server could not send the recording. Try again soon.')
  const response = await fetch(address).catch(() => null)
  if (!response) throw unreachable()
  if (response.ok) return response.arrayBuffer()
  const refused = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
  throw refused?.error?.message ? new Error(refused.error.message) : unreachable()
}
