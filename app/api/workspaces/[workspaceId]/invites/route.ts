import { route } from '#server/http/route.ts'
import { inviteMembers, listMemberInvites } from '#server/use-cases/members.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/invites', async ({ running, member }) => ({
  invites: await listMemberInvites(running, member.workspaceId),
}))

export const POST = route('POST /api/workspaces/[workspaceId]/invites', async ({ running, member, body }) => ({
  invite: await inviteMembers(running, member, body),
}))
