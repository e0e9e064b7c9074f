import { tooMany } from '#server/base/errors.ts'
import type { Implementations } from '#server/collab/command.ts'

export const signals = {
  signal: async ({ hub, access }, { signal, data }) => {
    if (!hub.maySignal(access.actor.personId)) throw tooMany()
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal, data })
  },
} satisfies Partial<Implementations>
