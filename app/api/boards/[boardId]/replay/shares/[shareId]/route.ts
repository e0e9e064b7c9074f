import { withAbility } from '#server/http/route.ts'

export const DELETE = withAbility('board.replay', null, async ({ running, access, params }) => {
  await running.store.history.revokeShare(access.board.id, params.shareId ?? '', Date.now())
  return {}
})
