import type { CommandAnswer, CommandInput, CommandName } from '#lib/protocol/commands.ts'
import type { ErrorCode } from '#lib/protocol/errors.ts'
import type { Request, Result } from '#lib/protocol/messages.ts'

/** A command that the server refused, or that never reached it. */
export class CommandError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

const patience = 10_000

interface Pending {
  resolve(value: unknown): void
  reject(error: CommandError): void
  timer: ReturnType<typeof setTimeout>
}

/** Open requests of a connection; each ends with the server's reply, a lost connection, or after ten seconds. */
export class PendingCommands {
  readonly #send: (request: Request) => boolean
  readonly #pending = new Map<number, Pending>()
  #last = 0

  /** `send` returns false when there is no connection. */
  constructor(send: (request: Request) => boolean) {
    this.#send = send
  }

  ask<N extends CommandName>(command: N, input: CommandInput<N>): Promise<CommandAnswer<N>> {
    this.#last += 1
    const id = this.#last
    return new Promise((answer, reject) => {
      // The server's reply has the type that the command declares.
      const resolve = (value: unknown) => answer(value as CommandAnswer<N>)
      // A field that is undefined is left out of the JSON.
      if (!this.#send({ id, command, input: input as Request['input'] }))
        return reject(
          new CommandError('offline', 'This needs the connection, which is away right now. Try again soon.'),
        )
      const timer = setTimeout(() => {
        this.#pending.delete(id)
        reject(new CommandError('timeout', 'The server did not answer in time. Try again.'))
      }, patience)
      this.#pending.set(id, { resolve, reject, timer })
    })
  }

  answered(result: Result): void {
    const pending = this.#take(result.id)
    if (result.ok) pending?.resolve(result.value)
    else pending?.reject(new CommandError(result.code, result.message))
  }

  /** The connection was lost: it is unknown whether the server ran the commands. */
  lost(): void {
    for (const id of [...this.#pending.keys()])
      this.#take(id)?.reject(new CommandError('offline', 'The connection was lost before the server answered.'))
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    if (pending) clearTimeout(pending.timer)
    this.#pending.delete(id)
    return pending
  }
}
