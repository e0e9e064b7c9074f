import { sessionCookie } from '#server/http/cookies.ts'
import { reply, withAnyone } from '#server/http/route.ts'
import { aboutMe, signIn, signInInput } from '#server/use-cases/people.ts'

export const POST = withAnyone(signInInput, async ({ running, address, body }) => {
  const person = await signIn(running, address, body)
  return reply(await aboutMe(running, person), { cookie: await sessionCookie(running.env, person.id) })
})
