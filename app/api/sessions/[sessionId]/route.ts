import { route } from '#server/http/route.ts'
import { changeSession, sessionView } from '#server/use-cases/sessions.ts'

export const GET = route('GET /api/sessions/[sessionId]', async ({ session, access }) => ({
  session: sessionView(session, access),
}))

export const PATCH = route('PATCH /api/sessions/[sessionId]', async ({ running, person, access, session, body }) => ({
  session: sessionView(await changeSession(running, person, access, session, body), access),
}))
