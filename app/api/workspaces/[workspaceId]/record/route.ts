import { route } from '#server/http/route.ts'
import { readRecord } from '#server/use-cases/record.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/record', ({ running, member, query }) =>
  readRecord(running, member.workspaceId, query),
)
