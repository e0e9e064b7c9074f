import { defineCommand } from '#server/collab/command.ts'
import { backInput, bringBack, bringBackInput, putBack, undoInput, undoOf } from '../use-cases/repair.ts'

/** Puts the wall back to what it was after an update. */
export const repairBack = defineCommand({
  name: 'repair.back',
  ability: 'board.restore',
  input: backInput,
  run: (context, input) => putBack(context, context.access.board.id, context.access.actor.personId, input),
})

/** Takes back what somebody did last, or from an update on. */
export const repairUndo = defineCommand({
  name: 'repair.undo',
  ability: 'board.restore',
  input: undoInput,
  run: (context, input) => undoOf(context, context.access.board.id, context.access.actor.personId, input),
})

/** Brings back anything that was taken off. */
export const repairBringBack = defineCommand({
  name: 'repair.bring-back',
  ability: 'board.restore',
  input: bringBackInput,
  run: (context, input) => bringBack(context, context.access.board.id, context.access.actor.personId, input),
})
