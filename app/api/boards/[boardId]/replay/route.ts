import { limit } from '#server/base/rate-limit.ts'
import { route } from '#server/http/route.ts'
import { rowsResponse } from '#server/use-cases/replay.ts'

/** The rows of the whole board (lib/replay/row-code.ts). */
export const GET = route('GET /api/boards/[boardId]/replay', async ({ running, access, person }) => {
  limit('wholeBoard', person.id)
  return rowsResponse((await running.recordings.upToDate(access.board.id)).rows)
})
