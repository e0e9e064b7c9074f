import { route } from '#server/http/route.ts'
import { createShare, shareView } from '#server/use-cases/replay-shares.ts'

export const GET = route('GET /api/boards/[boardId]/replay/shares', async ({ running, access }) => ({
  shares: (await running.store.history.shares(access.board.id)).map(shareView),
}))

export const POST = route('POST /api/boards/[boardId]/replay/shares', async ({ running, person, access, body }) => ({
  share: await createShare(running, person, access, body),
}))
