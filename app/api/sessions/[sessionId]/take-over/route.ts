import { route } from '#server/http/route.ts'
import { takeOver } from '#server/use-cases/participants.ts'

export const POST = route('POST /api/sessions/[sessionId]/take-over', async ({ running, session, person }) => {
  await takeOver(running, session, person)
  return {}
})
