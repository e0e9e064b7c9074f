import type { Action } from '#components/workspace/action.ts'
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts'
import { askOnStage } from './ask.ts'

/** Makes an action that sends a command to the server. */
export const send =
  <N extends CommandName>(
    command: N,
    input: (...at: Parameters<Action['perform']>) => CommandInput<N>,
  ): Action['perform'] =>
  (board, around) =>
    void askOnStage(around.collab, command, input(board, around))
