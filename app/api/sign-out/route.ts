import { endedCookie } from '#server/cookies.ts'
import { reply, withAnyone } from '#server/http.ts'

export const POST = withAnyone(null, async ({ running }) => reply({}, { cookie: endedCookie(running.env) }))
