import { route } from '#server/http/route.ts'
import { boardView, duplicateBoard } from '#server/use-cases/boards.ts'

export const POST = route('POST /api/boards/[boardId]/duplicate', async ({ running, person, access, body }) => ({
  board: boardView(await duplicateBoard(running, person, access, body)),
}))
