import { route } from '#server/http/route.ts'
import { removePasskey } from '#server/use-cases/passkeys.ts'

export const DELETE = route('DELETE /api/account/passkeys/[passkeyId]', async ({ running, params, person }) => {
  await removePasskey(running, person.id, params.passkeyId)
  return {}
})
