import { removeForGood, takenOff } from '#lib/board/commands/bin.ts'
import type { Implementations } from '#server/collab/command.ts'

/** Removed in one transaction, so that nobody waits for all of it. */
const atOnce = 1_000

export const clearing = {
  'board.clear': async ({ hub, access, command }) => {
    const [boardId, personId] = [access.board.id, access.actor.personId]
    const all = await hub.read(boardId, takenOff)
    if (all.length === 0) return { removed: 0, freed: 0 }
    const before = await hub.fold(boardId)
    let removed = 0
    for (let from = 0; from < all.length; from += atOnce)
      await hub.write(boardId, command, personId, doc => {
        removed += removeForGood(doc, all.slice(from, from + atOnce))
      })
    return { removed, freed: Math.max(0, before - (await hub.fold(boardId))) }
  },
} satisfies Partial<Implementations>
