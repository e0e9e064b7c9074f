import { route } from '#server/http/route.ts'
import { inviteMember, listMemberInvites } from '#server/use-cases/members.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/invites', async ({ running, member }) => ({
  invites: await listMemberInvites(running, member.workspaceId),
}))

export const POST = route('POST /api/workspaces/[workspaceId]/invites', async ({ running, member, body }) => ({
  invite: await inviteMember(running, member.workspaceId, body.role),
}))
