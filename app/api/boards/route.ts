import { reply, withPerson, withWorkspaceAbility } from '#server/http/route.ts'
import { boardView, createBoard, createBoardInput, listBoards, readPage } from '#server/use-cases/boards.ts'

export const GET = withPerson(null, async ({ running, person, request }) => ({
  boards: await listBoards(running, person, readPage(new URL(request.url).searchParams)),
}))

export const POST = withWorkspaceAbility('board.create', createBoardInput, async ({ running, person, member, body }) =>
  reply({ board: boardView(await createBoard(running, person, member.workspaceId, body)) }, { status: 201 }),
)
