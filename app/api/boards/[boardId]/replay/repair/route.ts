import { route } from '#server/http/route.ts'
import { bringBackFromHistory, putBack, undoOf } from '#server/use-cases/repair.ts'

/** The repairs of server/commands/repair.ts, for the player, which has no socket to the board. */
export const POST = route('POST /api/boards/[boardId]/replay/repair', async ({ running, person, access, body }) => {
  if ('to' in body) return putBack(running, access.board.id, person.id, body)
  if ('undo' in body) return undoOf(running, access.board.id, person.id, body)
  return bringBackFromHistory(running, access.board.id, person.id, body)
})
