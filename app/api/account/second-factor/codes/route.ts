import { route } from '#server/http/route.ts'
import { renewCodes } from '#server/use-cases/second-factor.ts'

export const POST = route('POST /api/account/second-factor/codes', async ({ running, person, body }) => ({
  codes: await renewCodes(running, person, body),
}))
