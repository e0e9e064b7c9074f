import { route } from '#server/http/route.ts'
import { operate } from '#server/use-cases/operator.ts'

export const POST = route('POST /api/operator/people', async ({ running, body }) => ({
  says: await operate(running, body),
}))
