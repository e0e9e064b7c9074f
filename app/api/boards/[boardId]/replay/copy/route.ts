import { route } from '#server/http/route.ts'
import { boardView, copyMoment } from '#server/use-cases/boards.ts'

export const POST = route('POST /api/boards/[boardId]/replay/copy', async ({ running, person, access, body }) => ({
  board: boardView(await copyMoment(running, person, access, body)),
}))
