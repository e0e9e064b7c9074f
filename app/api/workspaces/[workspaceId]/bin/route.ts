import { route } from '#server/http/route.ts'
import { readBin } from '#server/use-cases/bin.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/bin', async ({ running, member }) => ({
  boards: await readBin(running, member.workspaceId),
}))
