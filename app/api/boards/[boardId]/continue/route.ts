import { route } from '#server/http/route.ts'
import { boardView } from '#server/use-cases/boards.ts'
import { continueBoard } from '#server/use-cases/finish.ts'

/** A new session on a copy of the board. */
export const POST = route('POST /api/boards/[boardId]/continue', async ({ running, person, access }) => ({
  board: boardView(await continueBoard(running, person, access)),
}))
