import { reply, withAbility } from '#server/http/route.ts'
import { planInput, planSession, sessionView } from '#server/use-cases/sessions.ts'

export const GET = withAbility('session.roster', null, async ({ running, access }) => ({
  sessions: (await running.store.sessions.ofBoard(access.board.id)).map(session => sessionView(session, access)),
}))

export const POST = withAbility('session.plan', planInput, async ({ running, person, access, body }) =>
  reply({ session: sessionView(await planSession(running, person, access, body), access) }, { status: 201 }),
)
