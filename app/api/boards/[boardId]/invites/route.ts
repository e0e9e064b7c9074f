import { reply, withAbility } from '#server/http/route.ts'
import { createInvite, inviteInput, sessionToInviteTo } from '#server/use-cases/invites.ts'

export const POST = withAbility('session.invite', inviteInput, async ({ running, person, access, body }) => {
  const session = await sessionToInviteTo(running, person, access)
  return reply({ invite: await createInvite(running, person, session, body) }, { status: 201 })
})
