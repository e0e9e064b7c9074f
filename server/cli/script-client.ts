import type { Writer } from '#lib/board/commands/writer.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import type { Env } from '#server/base/env.ts'
import { runningAddress } from '#server/base/running-address.ts'
import { isStoreError } from '#server/store/store.ts'
import type { Account } from './demo-account.ts'
import { openDataIn } from './inside.ts'
import { overHttp } from './over-http.ts'

interface BoardMade {
  id: string
  title: string
}

/** A command on a board, or several. */
export type Write = (writer: Writer, board: BoardSnapshot) => void

/** What a script may do in the name of one account, whether the server runs or not. */
export interface ScriptClient {
  /** Whether people can open the board now. */
  serving: boolean
  boards(): Promise<BoardMade[]>
  createBoard(title: string, template: string): Promise<BoardMade>
  /** Writes on a board, one after the other; all of it is durable when it resolves. */
  write(boardId: string, writes: readonly Write[]): Promise<void>
  close(): Promise<void>
}

/**
 * The data belongs to one process at a time, and the lock on it says which: while nobody holds it the script works on
 * the data itself, else it asks the server that does, as any other client would.
 */
export async function scriptClient(env: Env, account: Account): Promise<ScriptClient> {
  try {
    return await openDataIn(env, account)
  } catch (error) {
    if (!isStoreError(error) || error.kind !== 'busy') throw error
    const address = await runningAddress(env.dataDir)
    if (address === null) throw error
    return overHttp(address, account)
  }
}
