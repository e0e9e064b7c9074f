import { z } from 'zod'
import { values } from '#lib/board/fields.ts'
import { freezesAt } from '#lib/facilitation/stage.ts'
import { defineCommand } from '#server/collab/command.ts'
import { stageCommand } from './change.ts'

export const freeze = stageCommand({
  name: 'stage.freeze',
  ability: 'stage.lead',
  input: z.strictObject({ frozen: z.boolean() }),
  change(stage, { frozen }, { now }) {
    // Letting people write again means it also where the end of the time froze the wall.
    const ended = !frozen && (freezesAt(stage) ?? Number.POSITIVE_INFINITY) <= now
    return { frozen, ...(ended ? { timer: null } : {}) }
  },
})

/** Lets contributors' notes go to the inbox first, or straight onto the wall. */
export const inbox = stageCommand({
  name: 'stage.inbox',
  ability: 'stage.lead',
  input: z.strictObject({ on: z.boolean() }),
  change: (_, { on }) => ({ inbox: on }),
})

/** Puts a light on a note or an area, or takes it away. */
export const spotlight = stageCommand({
  name: 'stage.spotlight',
  ability: 'stage.lead',
  input: z.strictObject({ rect: values.rect.nullable(), noteId: values.entityId.nullable().default(null) }),
  change: (_, { rect, noteId }, { access }) => ({
    spotlight: rect ? { rect: [...rect] as [number, number, number, number], noteId, by: access.actor.personId } : null,
  }),
})

export const hideCursors = stageCommand({
  name: 'stage.cursors',
  ability: 'stage.lead',
  input: z.strictObject({ hidden: z.boolean() }),
  change: (_, { hidden }) => ({ cursorsHidden: hidden }),
})

/** Brings everyone to a part of the wall, once; each may go back. */
export const gather = defineCommand({
  name: 'stage.gather',
  ability: 'stage.lead',
  input: z.strictObject({ rect: values.rect }),
  async run({ hub, access }, { rect }) {
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal: 'gather', data: { rect } })
  },
})
