import { route } from '#server/http/route.ts'
import { exportArchive } from '#server/use-cases/archives.ts'

/** The board with all its history: for those who may replay it. */
export const GET = route('GET /api/boards/[boardId]/archive', async ({ running, access }) =>
  exportArchive(running, access),
)
