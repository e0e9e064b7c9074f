import { route } from '#server/http/route.ts'
import { beginPasskey } from '#server/use-cases/passkeys.ts'

export const POST = route('POST /api/account/passkeys/options', async ({ running, person, body }) => ({
  options: { ...(await beginPasskey(running, person, body)) },
}))
