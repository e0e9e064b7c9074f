import { withWorkspaceAbility } from '#server/http/route.ts'
import { changeMember, memberRoleInput, removeMember } from '#server/use-cases/members.ts'

export const PATCH = withWorkspaceAbility(
  'workspace.members',
  memberRoleInput,
  async ({ running, member, params, body }) => {
    await changeMember(running, member.workspaceId, params.personId ?? '', body.role)
    return {}
  },
)

export const DELETE = withWorkspaceAbility('workspace.members', null, async ({ running, member, params }) => {
  await removeMember(running, member.workspaceId, params.personId ?? '')
  return {}
})
