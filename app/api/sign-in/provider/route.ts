import { z } from 'zod'
import { providerName, providerStart } from '#server/auth.ts'
import { notFound } from '#server/base/errors.ts'
import { withAnyone } from '#server/http/route.ts'

/** Answers where to send the browser; it comes back to `returnTo`, a path of ours, signed in. */
const input = z.strictObject({
  returnTo: z
    .string()
    .regex(/^\/(?![/\\])/, { error: 'Only a path of this server can be returned to.' })
    .max(500)
    .default('/'),
})

export const POST = withAnyone(input, async ({ body }) => {
  if (providerName() === null) throw notFound()
  return { url: await providerStart(body.returnTo) }
})
