import { sessionCookie } from '#server/http/cookies.ts'
import { reply, withAnyone } from '#server/http/route.ts'
import { aboutMe, signUp, signUpInput } from '#server/use-cases/people.ts'

export const POST = withAnyone(signUpInput, async ({ running, address, body }) => {
  const person = await signUp(running, address, body)
  return reply(await aboutMe(running, person), { cookie: await sessionCookie(running.env, person.id), status: 201 })
})
