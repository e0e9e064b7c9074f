import { route } from '#server/http/route.ts'
import { boardView } from '#server/use-cases/boards.ts'
import { finishBoard } from '#server/use-cases/finish.ts'

/** Seals the board for good and puts it into the library. */
export const POST = route('POST /api/boards/[boardId]/finish', async ({ running, person, access }) => ({
  board: boardView(await finishBoard(running, person, access)),
}))
