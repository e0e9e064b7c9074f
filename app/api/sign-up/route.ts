import { sessionCookie } from '#server/http/cookies.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { recordDone } from '#server/http/record-done.ts'
import { reply, route } from '#server/http/route.ts'
import { aboutMe, signUp } from '#server/use-cases/people.ts'

export const POST = route('POST /api/sign-up', async ({ running, request, address, body }) => {
  const { token: invite } = openToken(running.env, request.headers.get('cookie'), { token: body.invite })
  const { invite: _, ...input } = body
  const { person, joined } = await signUp(running, address, { ...input, ...(invite === undefined ? {} : { invite }) })
  if (joined) {
    const done = { workspace: { id: joined.workspaceId }, role: joined.role }
    await recordDone('member.join', { running, params: {}, address, body: null, person }, done)
  }
  return reply(await aboutMe(running, person), { cookie: await sessionCookie(running.env, person.id) })
})
