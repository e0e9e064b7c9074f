import { route } from '#server/http/route.ts'
import { revokeInvite } from '#server/use-cases/invites.ts'

export const DELETE = route('DELETE /api/invites/[inviteId]', async ({ running, params }) => {
  await revokeInvite(running, params.inviteId)
  return {}
})
