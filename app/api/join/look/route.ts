import { openToken } from '#server/http/invite-cookie.ts'
import { askingPerson, withAnyone } from '#server/http/route.ts'
import { lookAtDoor, lookInput } from '#server/use-cases/join.ts'

export const POST = withAnyone(lookInput, async ({ running, request, address, body }) => {
  const cookies = request.headers.get('cookie')
  return lookAtDoor(running, await askingPerson(running, cookies), address, openToken(cookies, body))
})
