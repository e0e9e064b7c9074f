import { route } from '#server/http/route.ts'
import { deleteBoard } from '#server/use-cases/bin.ts'
import { boardView, changeBoard } from '#server/use-cases/boards.ts'
import { seriesOf } from '#server/use-cases/library.ts'
import { sessionView } from '#server/use-cases/sessions.ts'

export const GET = route('GET /api/boards/[boardId]', async ({ running, access }) => ({
  series: await seriesOf(running, access),
  board: boardView(access.board),
  role: access.role,
  session: access.session && sessionView(access.session, access),
}))

export const PATCH = route('PATCH /api/boards/[boardId]', async ({ running, access, body }) => ({
  board: boardView(await changeBoard(running, access, body)),
}))

export const DELETE = route('DELETE /api/boards/[boardId]', async ({ running, person, access }) => {
  await deleteBoard(running, person, access)
  return {}
})
