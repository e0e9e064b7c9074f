import { route } from '#server/http/route.ts'
import { endOwnSignIn } from '#server/use-cases/account.ts'

export const DELETE = route('DELETE /api/account/sign-ins/[signInId]', async ({ running, params, ...by }) => {
  await endOwnSignIn(running, by, params.signInId)
  return {}
})
