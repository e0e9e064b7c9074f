import { z } from 'zod'
import { serverSignals } from '#lib/protocol/messages.ts'
import { defineCommand } from '#server/collab/command.ts'

/** Something short-lived that one person shows to all, as a reaction. Never stored. */
export const signal = defineCommand({
  name: 'signal',
  ability: 'hand.raise',
  input: z.strictObject({
    signal: z
      .string()
      .min(1)
      .max(40)
      .refine(name => !serverSignals.includes(name), 'a command of its own'),
    data: z.json().refine(data => JSON.stringify(data).length <= 2000, 'too large'),
  }),
  async run({ hub, access }, { signal, data }) {
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal, data })
  },
})
