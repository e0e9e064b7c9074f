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

/** What a script may do as one account, whether the server runs or not. */
export interface ScriptClient {
  /** Whether a server is running, so that people can open the board now. */
  serving: boolean
  boards(): Promise<BoardMade[]>
  createBoard(title: string, template: string): Promise<BoardMade>
  /** Writes on a board, in order; resolves when everything is durable. */
  write(boardId: string, writes: readonly Write[]): Promise<void>
  close(): Promise<void>
}

/**
 * The data belongs to one process at a time, guarded by a lock. While nobody holds the lock the script works on the
 * data itself, else it calls the running server as any other client would.
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
