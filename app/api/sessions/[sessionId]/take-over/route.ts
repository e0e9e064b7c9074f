import { withSessionAbility } from '#server/http/route.ts'
import { takeOver } from '#server/use-cases/participants.ts'

export const POST = withSessionAbility('session.take-over', null, async ({ running, session, person }) => {
  await takeOver(running, session, person)
  return {}
})
