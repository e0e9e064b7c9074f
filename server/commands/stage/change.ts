import type { Stage } from '#lib/facilitation/stage.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import type { CommandContext } from '#server/collab/command.ts'

/**
 * Makes a command that only changes the stage: `change` gets the present stage and returns the fields that differ. It
 * throws AppError to refuse.
 */
export const changesStage =
  <Input>(change: (stage: Stage, input: Input, context: CommandContext) => Partial<Stage>) =>
  (context: CommandContext, input: Input): Promise<void> =>
    context.hub.write(context.access.board.id, context.command, context.access.actor.personId, doc =>
      setStage(doc, change(stageOf(doc), input, context)),
    )
