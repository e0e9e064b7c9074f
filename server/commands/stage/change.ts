import type { ZodType } from 'zod'
import type { Ability } from '#lib/access/policy.ts'
import type { Stage } from '#lib/facilitation/stage.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import { type Command, type CommandContext, defineCommand } from '#server/collab/command.ts'

/**
 * A command that only changes the stage: from the stage as it is to the fields that are different afterwards.
 * Throws AppError from `change` to refuse.
 */
export const stageCommand = <Input>(definition: {
  name: string
  ability: Ability
  input: ZodType<Input>
  change(stage: Stage, input: Input, context: CommandContext): Partial<Stage>
}): Command =>
  defineCommand<Input>({
    name: definition.name,
    ability: definition.ability,
    input: definition.input,
    async run(context, input) {
      const { hub, access } = context
      await hub.write(access.board.id, definition.name, access.actor.personId, doc =>
        setStage(doc, definition.change(stageOf(doc), input, context)),
      )
    },
  })
