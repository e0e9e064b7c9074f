import type { Implementations } from '#server/collab/command.ts'
import { bringBackFromHistory, putBack, undoOf } from '../use-cases/repair.ts'

export const repair = {
  'repair.back': (context, input) => putBack(context, context.access.board.id, context.access.actor.personId, input),
  'repair.undo': (context, input) => undoOf(context, context.access.board.id, context.access.actor.personId, input),
  'repair.bring-back': (context, input) =>
    bringBackFromHistory(context, context.access.board.id, context.access.actor.personId, input),
} satisfies Partial<Implementations>
