import { providerName, providerStart } from '#server/auth.ts'
import { notFound } from '#server/base/errors.ts'
import { linkingCookie } from '#server/http/linking.ts'
import { reply, route } from '#server/http/route.ts'

export const POST = route('POST /api/account/provider', async ({ running, ...by }) => {
  if (providerName() === null || (await running.store.people.isGuest(by.person.id))) throw notFound()
  return reply({ url: await providerStart('/account') }, { cookie: await linkingCookie(running, by) })
})
