import { sessionCookie } from '#server/http/cookies.ts'
import { reply, route } from '#server/http/route.ts'
import { signInByPasskey } from '#server/use-cases/passkeys.ts'
import { aboutMe } from '#server/use-cases/people.ts'

export const POST = route('POST /api/sign-in/passkey', async ({ running, address, body }) => {
  const person = await signInByPasskey(running, address, body)
  return reply(await aboutMe(running, person), { cookie: await sessionCookie(running.env, person.id) })
})
