import { route } from '#server/http/route.ts'
import { admit } from '#server/use-cases/participants.ts'

export const POST = route('POST /api/sessions/[sessionId]/admit', async ({ running, session, body }) => ({
  admitted: await admit(running, session, body),
}))
