import { route } from '#server/http/route.ts'
import { removeMember } from '#server/use-cases/members.ts'

export const POST = route('POST /api/workspaces/[workspaceId]/leave', async ({ running, member }) => {
  await removeMember(running, member.workspaceId, member.personId)
  return {}
})
