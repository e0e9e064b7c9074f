import { z } from 'zod'
import { defineCommand } from './define.ts'

/** Something short-lived that one person shows to all: a reaction, a laser burst, "come here". Never stored. */
export const signal = defineCommand({
  name: 'signal',
  ability: 'hand.raise',
  input: z.strictObject({
    signal: z.string().min(1).max(40),
    data: z.json().refine(data => JSON.stringify(data).length <= 2000, 'too large'),
  }),
  async run({ hub, access }, { signal, data }) {
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal, data })
  },
})
