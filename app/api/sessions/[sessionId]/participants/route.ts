import { withSessionAbility } from '#server/http/route.ts'
import { listParticipants } from '#server/use-cases/participants.ts'

export const GET = withSessionAbility('session.roster', null, async ({ running, session }) => ({
  participants: await listParticipants(running, session),
}))
