import { reply, withWorkspaceAbility } from '#server/http/route.ts'
import { inviteMember, listMemberInvites, memberInviteInput } from '#server/use-cases/members.ts'

export const GET = withWorkspaceAbility('workspace.members', null, async ({ running, member }) => ({
  invites: await listMemberInvites(running, member.workspaceId),
}))

export const POST = withWorkspaceAbility('workspace.members', memberInviteInput, async ({ running, member, body }) =>
  reply({ invite: await inviteMember(running, member.workspaceId, body.role) }, { status: 201 }),
)
