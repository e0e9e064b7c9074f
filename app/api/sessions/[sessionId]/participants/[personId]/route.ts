import { route } from '#server/http/route.ts'
import { changeRole, removeParticipant } from '#server/use-cases/participants.ts'

export const PATCH = route(
  'PATCH /api/sessions/[sessionId]/participants/[personId]',
  async ({ running, session, params, body }) => {
    await changeRole(running, session, params.personId, body)
    return {}
  },
)

export const DELETE = route(
  'DELETE /api/sessions/[sessionId]/participants/[personId]',
  async ({ running, session, person, params }) => removeParticipant(running, session, person, params.personId),
)
