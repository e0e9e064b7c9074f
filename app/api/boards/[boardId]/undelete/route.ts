import { route } from '#server/http/route.ts'
import { restoreBoard } from '#server/use-cases/bin.ts'
import { boardView } from '#server/use-cases/boards.ts'

export const POST = route('POST /api/boards/[boardId]/undelete', async ({ running, access }) => ({
  board: boardView(await restoreBoard(running, access)),
}))
