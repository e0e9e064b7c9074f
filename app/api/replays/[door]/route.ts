import { limit } from '#server/base/rate-limit.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { route } from '#server/http/route.ts'
import { rowsResponse } from '#server/use-cases/replay.ts'
import { openShare, sharedRows } from '#server/use-cases/replay-shares.ts'

/** Returns the rows of a shared replay; its token is in the visitor's cookie. */
export const GET = route('GET /api/replays/[door]', async ({ running, request, address, params }) => {
  limit('sharedRows', address)
  const { token } = openToken(running.env, request.headers.get('cookie'), { token: params.door })
  return rowsResponse(await sharedRows(running, await openShare(running, address, token)))
})
