import { route } from '#server/http/route.ts'
import { handOverWorkspace } from '#server/use-cases/members.ts'

export const POST = route('POST /api/workspaces/[workspaceId]/hand-over', async ({ running, member, body }) => {
  await handOverWorkspace(running, member, body.to)
  return {}
})
