import { withSessionAbility } from '#server/http/route.ts'
import { revokeInvite } from '#server/use-cases/invites.ts'

export const DELETE = withSessionAbility('session.invite', null, async ({ running, params }) => {
  await revokeInvite(running, params.inviteId ?? '')
  return {}
})
