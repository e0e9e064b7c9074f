import { route } from '#server/http/route.ts'
import { resetMember } from '#server/use-cases/resets.ts'

export const POST = route(
  'POST /api/workspaces/[workspaceId]/members/[personId]/reset',
  async ({ running, member, params }) => ({ reset: await resetMember(running, member, params.personId) }),
)
