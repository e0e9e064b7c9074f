import { z } from 'zod'
import { repairInputs } from '#lib/protocol/commands.ts'
import { withAbility } from '#server/http/route.ts'
import { bringBack, putBack, undoOf } from '#server/use-cases/repair.ts'

const repairInput = z.union(Object.values(repairInputs))

/** The repairs of server/commands/repair.ts, for the player, which has no socket to the board. */
export const POST = withAbility('board.restore', repairInput, async ({ running, person, access, body }) => {
  if ('to' in body) return putBack(running, access.board.id, person.id, body)
  if ('undo' in body) return undoOf(running, access.board.id, person.id, body)
  return bringBack(running, access.board.id, person.id, body)
})
