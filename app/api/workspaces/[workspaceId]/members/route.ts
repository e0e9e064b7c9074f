import { route } from '#server/http/route.ts'
import { listMembers } from '#server/use-cases/members.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/members', async ({ running, member }) => ({
  members: await listMembers(running, member),
}))
