import { withWorkspaceAbility } from '#server/http/route.ts'
import { revokeMemberInvite } from '#server/use-cases/members.ts'

export const DELETE = withWorkspaceAbility('workspace.members', null, async ({ running, member, params }) => {
  await revokeMemberInvite(running, member.workspaceId, params.itemId ?? '')
  return {}
})
