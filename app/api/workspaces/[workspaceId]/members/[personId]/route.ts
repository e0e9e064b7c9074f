import { route } from '#server/http/route.ts'
import { changeMember, removeMember } from '#server/use-cases/members.ts'

export const PATCH = route(
  'PATCH /api/workspaces/[workspaceId]/members/[personId]',
  async ({ running, member, params, body }) => {
    await changeMember(running, member.workspaceId, params.personId, body)
    return {}
  },
)

export const DELETE = route(
  'DELETE /api/workspaces/[workspaceId]/members/[personId]',
  async ({ running, member, params }) => {
    await removeMember(running, member.workspaceId, params.personId)
    return {}
  },
)
