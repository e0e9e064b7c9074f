import { withSessionAbility } from '#server/http/route.ts'
import { handOver, handOverInput } from '#server/use-cases/participants.ts'

export const POST = withSessionAbility('session.roles', handOverInput, async ({ running, session, person, body }) => {
  await handOver(running, session, person, body)
  return {}
})
