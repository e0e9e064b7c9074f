import { route } from '#server/http/route.ts'
import { deleteWorkspace } from '#server/use-cases/leave-for-good.ts'

export const DELETE = route('DELETE /api/workspaces/[workspaceId]', async ({ running, member }) => {
  await deleteWorkspace(running, member.workspaceId, member.personId)
  return {}
})
