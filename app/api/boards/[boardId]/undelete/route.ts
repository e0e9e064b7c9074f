import { route } from '#server/http/route.ts'
import { boardView, undeleteBoard } from '#server/use-cases/boards.ts'

export const POST = route('POST /api/boards/[boardId]/undelete', async ({ running, access }) => ({
  board: boardView(await undeleteBoard(running, access)),
}))
