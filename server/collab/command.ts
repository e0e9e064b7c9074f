import type { ZodType } from 'zod'
import type { Phase } from '#lib/access/phase.ts'
import type { Ability } from '#lib/access/policy.ts'
import type { Access } from '#server/base/access.ts'
import type { Recordings } from '#server/replay/recordings.ts'
import type { Store } from '#server/store/store.ts'
import type { Hub } from './contract.ts'

/** What a command may use. The ability is already granted for the board as a whole. */
export interface CommandContext {
  store: Store
  hub: Hub
  recordings: Recordings
  /** The person and the board, as the store says at this moment. */
  access: Access
  /** The phase with the stage's freeze and rights, for commands that ask about single entities. */
  phase: Phase
  /** Server's clock, ms. */
  now: number
}

/** Something that is decided by the server rather than merged; asked for over the board's own socket. */
export interface Command<Input = unknown> {
  name: string
  ability: Ability
  input: ZodType<Input>
  /** Answers what the asking client is told; throws AppError with the sentence for the person. */
  run(context: CommandContext, input: Input): Promise<unknown>
}

/** Keeps the input's type between schema and body, and lets different commands stand in one list. */
export const defineCommand = <Input>(command: Command<Input>): Command => command as Command
