import { route } from '#server/http/route.ts'
import { sendReset } from '#server/use-cases/resets.ts'

export const POST = route('POST /api/password/forgotten', async ({ running, address, body }) => {
  await sendReset(running, address, body)
  return {}
})
