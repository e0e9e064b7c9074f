import { route } from '#server/http/route.ts'
import { confirmFactor } from '#server/use-cases/second-factor.ts'

export const POST = route('POST /api/account/second-factor/confirm', async ({ running, person, body }) => ({
  codes: await confirmFactor(running, person, body),
}))
