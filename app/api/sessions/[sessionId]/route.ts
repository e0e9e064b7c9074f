import { withSessionAbility } from '#server/http/route.ts'
import { changeSession, changeSessionInput, sessionView } from '#server/use-cases/sessions.ts'

export const GET = withSessionAbility('session.roster', null, async ({ session, access }) => ({
  session: sessionView(session, access),
}))

export const PATCH = withSessionAbility(
  'session.plan',
  changeSessionInput,
  async ({ running, person, access, session, body }) => ({
    session: sessionView(await changeSession(running, person, access, session, body), access),
  }),
)
