import { route } from '#server/http/route.ts'
import { lookAtReset } from '#server/use-cases/resets.ts'

export const POST = route('POST /api/password/reset/look', async ({ running, address, body }) =>
  lookAtReset(running, address, body.token),
)
