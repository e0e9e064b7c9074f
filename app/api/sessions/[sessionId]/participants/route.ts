import { route } from '#server/http/route.ts'
import { listParticipants } from '#server/use-cases/participants.ts'

export const GET = route('GET /api/sessions/[sessionId]/participants', async ({ running, session }) => ({
  participants: await listParticipants(running, session),
}))
