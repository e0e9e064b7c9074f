import { openToken } from '#server/http/invite-cookie.ts'
import { withPerson } from '#server/http/route.ts'
import { joinWorkspace, memberJoinInput } from '#server/use-cases/members.ts'

export const POST = withPerson(memberJoinInput, async ({ running, request, person, address, body }) => {
  const input = openToken(request.headers.get('cookie'), body)
  const { workspaceId, role } = await joinWorkspace(running, person, address, input)
  return { workspace: { id: workspaceId }, role }
})
