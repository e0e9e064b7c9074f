import { reply, withSessionAbility } from '#server/http/route.ts'
import { createInvite, inviteInput, inviteView } from '#server/use-cases/invites.ts'

export const GET = withSessionAbility('session.invite', null, async ({ running, session }) => ({
  invites: (await running.store.sessions.invites(session.id)).map(inviteView),
}))

export const POST = withSessionAbility('session.invite', inviteInput, async ({ running, person, session, body }) =>
  reply({ invite: await createInvite(running, person, session, body) }, { status: 201 }),
)
