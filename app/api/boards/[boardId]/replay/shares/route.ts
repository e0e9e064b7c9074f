import { withAbility } from '#server/http/route.ts'
import { createShare, shareInput, shareView } from '#server/use-cases/replay-shares.ts'

export const GET = withAbility('board.replay', null, async ({ running, access }) => ({
  shares: (await running.store.history.shares(access.board.id)).map(shareView),
}))

export const POST = withAbility('board.replay', shareInput, async ({ running, person, access, body }) => ({
  share: await createShare(running, person, access, body),
}))
