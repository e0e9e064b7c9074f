import { route } from '#server/http/route.ts'

export const DELETE = route(
  'DELETE /api/boards/[boardId]/replay/shares/[shareId]',
  async ({ running, access, params }) => {
    await running.store.history.revokeShare(access.board.id, params.shareId, Date.now())
    return {}
  },
)
