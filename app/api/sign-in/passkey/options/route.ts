import { route } from '#server/http/route.ts'
import { askForPasskey } from '#server/use-cases/passkeys.ts'

export const POST = route('POST /api/sign-in/passkey/options', async ({ running, address }) => ({
  options: { ...(await askForPasskey(running, address)) },
}))
