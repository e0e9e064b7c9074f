import { route } from '#server/http/route.ts'
import { handOver } from '#server/use-cases/participants.ts'

export const POST = route('POST /api/sessions/[sessionId]/hand-over', async ({ running, session, person, body }) => {
  await handOver(running, session, person, body)
  return {}
})
