import { route } from '#server/http/route.ts'
import { removeAgenda } from '#server/use-cases/agendas.ts'

export const DELETE = route('DELETE /api/boards/[boardId]/agendas/[itemId]', async ({ running, access, params }) => {
  await removeAgenda(running, access.board.workspaceId, params.itemId)
  return {}
})
