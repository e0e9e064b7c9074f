import { sessionCookie } from '#server/http/cookies.ts'
import { reply, route } from '#server/http/route.ts'
import { aboutMe, signIn } from '#server/use-cases/people.ts'

export const POST = route('POST /api/sign-in', async ({ running, address, body }) => {
  const person = await signIn(running, address, body)
  return reply(await aboutMe(running, person), { cookie: await sessionCookie(running.env, person.id) })
})
