import { withSessionAbility } from '#server/http/route.ts'
import { changeRole, removeParticipant, roleInput } from '#server/use-cases/participants.ts'

export const PATCH = withSessionAbility('session.roles', roleInput, async ({ running, session, params, body }) => {
  await changeRole(running, session, params.personId ?? '', body)
  return {}
})

export const DELETE = withSessionAbility('session.roles', null, async ({ running, session, person, params }) =>
  removeParticipant(running, session, person, params.personId ?? ''),
)
