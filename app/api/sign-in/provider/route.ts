import { providerName, providerStart } from '#server/auth.ts'
import { notFound } from '#server/base/errors.ts'
import { route } from '#server/http/route.ts'

export const POST = route('POST /api/sign-in/provider', async ({ body }) => {
  if (providerName() === null) throw notFound()
  return { url: await providerStart(body.returnTo) }
})
