import { route } from '#server/http/route.ts'
import { admitParticipant } from '#server/use-cases/participants.ts'

export const POST = route('POST /api/sessions/[sessionId]/admit', async ({ running, session, body }) => ({
  admitted: await admitParticipant(running, session, body),
}))
