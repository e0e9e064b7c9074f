import { openToken } from '#server/http/invite-cookie.ts'
import { route } from '#server/http/route.ts'
import { joinWorkspace } from '#server/use-cases/members.ts'

export const POST = route('POST /api/workspaces/join', async ({ running, request, person, address, body }) => {
  const input = openToken(running.env, request.headers.get('cookie'), body)
  const { workspaceId, role } = await joinWorkspace(running, person, address, input)
  return { workspace: { id: workspaceId }, role }
})
