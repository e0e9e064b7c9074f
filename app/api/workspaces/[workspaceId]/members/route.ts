import { withWorkspaceAbility } from '#server/http/route.ts'
import { listMembers } from '#server/use-cases/members.ts'

export const GET = withWorkspaceAbility('workspace.see', null, async ({ running, member }) => ({
  members: await listMembers(running, member.workspaceId),
}))
