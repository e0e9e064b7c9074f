import { route } from '#server/http/route.ts'
import { changePassword } from '#server/use-cases/account.ts'

export const POST = route('POST /api/account/password', async ({ running, body, ...by }) => {
  await changePassword(running, by, body)
  return {}
})
