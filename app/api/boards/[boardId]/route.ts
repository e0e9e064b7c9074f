import { withAbility } from '#server/http/route.ts'
import { boardView, changeBoard, changeBoardInput, deleteBoard } from '#server/use-cases/boards.ts'
import { seriesOf } from '#server/use-cases/library.ts'
import { sessionView } from '#server/use-cases/sessions.ts'

export const GET = withAbility('board.see', null, async ({ running, access }) => ({
  series: await seriesOf(running, access),
  board: boardView(access.board),
  role: access.role,
  session: access.session && sessionView(access.session, access),
}))

export const PATCH = withAbility('board.rename', changeBoardInput, async ({ running, access, body }) => ({
  board: boardView(await changeBoard(running, access, body)),
}))

export const DELETE = withAbility('board.delete', null, async ({ running, access }) => {
  await deleteBoard(running, access)
  return {}
})
