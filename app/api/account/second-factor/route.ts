import { route } from '#server/http/route.ts'
import { beginFactor, endFactor } from '#server/use-cases/second-factor.ts'

export const POST = route('POST /api/account/second-factor', ({ running, person, body }) =>
  beginFactor(running, person, body),
)

export const DELETE = route('DELETE /api/account/second-factor', async ({ running, person, body }) => {
  await endFactor(running, person, body)
  return {}
})
