import { route } from '#server/http/route.ts'
import { createInvite, inviteView } from '#server/use-cases/invites.ts'

export const GET = route('GET /api/sessions/[sessionId]/invites', async ({ running, session }) => ({
  invites: (await running.store.sessions.invites(session.id)).map(inviteView),
}))

export const POST = route('POST /api/sessions/[sessionId]/invites', async ({ running, person, session, body }) => ({
  invite: await createInvite(running, person, session, body),
}))
