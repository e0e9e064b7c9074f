import type { Phase } from '#lib/access/phase.ts'
import type { CommandAnswer, CommandName, ParsedInput } from '#lib/protocol/commands.ts'
import type { Access } from '#server/base/access.ts'
import type { Recordings } from '#server/replay/recordings.ts'
import type { Store } from '#server/store/store.ts'
import type { Hub } from './contract.ts'

/** What a command may use. The ability is already granted for the board as a whole. */
export interface CommandContext {
  /** The command's name; its writes carry it in the history. */
  command: CommandName
  store: Store
  hub: Hub
  recordings: Recordings
  /** The person and the board, read from the store for this request. */
  access: Access
  /** The phase with the stage's freeze and rights, for commands that check single entities. */
  phase: Phase
  /** Server's clock, ms. */
  now: number
}

/**
 * What the server does for a command of lib/protocol/commands.ts: returns the reply to the client that called; throws
 * AppError with a sentence for the person.
 */
type Run<N extends CommandName> = (
  context: CommandContext,
  input: ParsedInput<N>,
) => Promise<CommandAnswer<N> extends null ? void : CommandAnswer<N>>

/** Every command as the server carries it out; a file implements some of them. */
export type Implementations = { readonly [N in CommandName]: Run<N> }
