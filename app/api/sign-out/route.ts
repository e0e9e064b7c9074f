import { endedCookie } from '#server/http/cookies.ts'
import { reply, route } from '#server/http/route.ts'
import { signOut } from '#server/use-cases/people.ts'

export const POST = route('POST /api/sign-out', async ({ running, request }) => {
  const next = await signOut(running, request.headers.get('cookie'))
  return reply({ next }, { cookie: endedCookie(running.env), forget: true })
})
