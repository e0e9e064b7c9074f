import { route } from '#server/http/route.ts'
import { setByReset } from '#server/use-cases/resets.ts'

export const POST = route('POST /api/password/reset', async ({ running, address, body }) => {
  await setByReset(running, address, body)
  return {}
})
