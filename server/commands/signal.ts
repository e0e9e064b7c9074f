import type { Implementations } from '#server/collab/command.ts'

export const signals = {
  signal: async ({ hub, access }, { signal, data }) =>
    hub.notify(access.board.id, { kind: 'signal', from: access.actor.personId, signal, data }),
} satisfies Partial<Implementations>
