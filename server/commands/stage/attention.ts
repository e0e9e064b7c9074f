import { freezesAt } from '#lib/facilitation/stage.ts'
import type { Implementations } from '#server/collab/command.ts'
import { changesStage } from './change.ts'

export const attention = {
  'stage.freeze': changesStage((stage, { frozen }, { now }) => {
    // Letting people write again also lifts the freeze that came with the end of the timer.
    const ended = !frozen && (freezesAt(stage) ?? Number.POSITIVE_INFINITY) <= now
    return { frozen, ...(ended ? { timer: null } : {}) }
  }),

  'stage.inbox': changesStage((_, { on }) => ({ inbox: on })),

  'stage.spotlight': changesStage((_, { rect, noteId }, { access }) => ({
    spotlight: rect ? { rect, noteId, by: access.actor.personId } : null,
  })),

  'stage.cursors': changesStage((_, { hidden }) => ({ cursorsHidden: hidden })),

  'stage.gather': async ({ hub, access }, { rect }) =>
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal: 'gather', data: { rect } }),
} satisfies Partial<Implementations>
