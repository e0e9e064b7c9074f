import { route } from '#server/http/route.ts'
import { boardView, createBoard, listBoards } from '#server/use-cases/boards.ts'

export const GET = route('GET /api/boards', async ({ running, person, query }) => ({
  boards: await listBoards(running, person, query),
}))

export const POST = route('POST /api/boards', async ({ running, person, member, body }) => ({
  board: boardView(await createBoard(running, person, member.workspaceId, body)),
}))
