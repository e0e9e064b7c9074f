import { withSessionAbility } from '#server/http/route.ts'
import { admit, admitInput } from '#server/use-cases/participants.ts'

export const POST = withSessionAbility('session.admit', admitInput, async ({ running, session, body }) => ({
  admitted: await admit(running, session, body),
}))
