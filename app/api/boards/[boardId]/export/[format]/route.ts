import { route } from '#server/http/route.ts'
import { exportBoard } from '#server/use-cases/exports.ts'

export const GET = route('GET /api/boards/[boardId]/export/[format]', async ({ running, query, params, access }) =>
  exportBoard(running, access, params.format, { ...query, view: query.view ?? 'as-is' }),
)

export const POST = route('POST /api/boards/[boardId]/export/[format]', async ({ running, params, access, body }) =>
  exportBoard(running, access, params.format, body),
)
