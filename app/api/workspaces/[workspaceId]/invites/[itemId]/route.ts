import { route } from '#server/http/route.ts'
import { revokeMemberInvite } from '#server/use-cases/members.ts'

export const DELETE = route(
  'DELETE /api/workspaces/[workspaceId]/invites/[itemId]',
  async ({ running, member, params }) => {
    await revokeMemberInvite(running, member.workspaceId, params.itemId)
    return {}
  },
)
