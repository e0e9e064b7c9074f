import { deviceOf } from '#server/http/device.ts'
import { route } from '#server/http/route.ts'
import { addPasskey } from '#server/use-cases/passkeys.ts'

export const POST = route('POST /api/account/passkeys', async ({ running, request, person, body }) => {
  await addPasskey(running, person, deviceOf(request.headers.get('user-agent')), body)
  return {}
})
