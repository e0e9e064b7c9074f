import { route } from '#server/http/route.ts'
import { createInvite, sessionToInviteTo } from '#server/use-cases/invites.ts'

export const POST = route('POST /api/boards/[boardId]/invites', async ({ running, person, access, body }) => {
  const session = await sessionToInviteTo(running, person, access)
  return { invite: await createInvite(running, person, session, body) }
})
