import { askingPerson, withAnyone } from '#server/http.ts'
import { openToken } from '#server/invite-cookie.ts'
import { lookAtDoor, lookInput } from '#server/use-cases/join.ts'

export const POST = withAnyone(lookInput, async ({ running, request, address, body }) => {
  const cookies = request.headers.get('cookie')
  return lookAtDoor(running, await askingPerson(running, cookies), address, openToken(cookies, body))
})
