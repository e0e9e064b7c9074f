import { endedCookie } from '#server/http/cookies.ts'
import { reply, route } from '#server/http/route.ts'
import { deleteAccount } from '#server/use-cases/leave-for-good.ts'

export const DELETE = route('DELETE /api/account', async ({ running, person, body }) => {
  await deleteAccount(running, person, body)
  return reply({}, { cookie: endedCookie(running.env), forget: true })
})
