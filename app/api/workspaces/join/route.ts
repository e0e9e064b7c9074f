import { withPerson } from '#server/http.ts'
import { joinWorkspace, memberJoinInput } from '#server/use-cases/members.ts'

export const POST = withPerson(memberJoinInput, async ({ running, person, address, body }) => {
  const { workspaceId, role } = await joinWorkspace(running, person, address, body)
  return { workspace: { id: workspaceId }, role }
})
