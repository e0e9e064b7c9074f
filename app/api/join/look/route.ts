import { openToken } from '#server/http/invite-cookie.ts'
import { askingPerson, route } from '#server/http/route.ts'
import { lookAtDoor } from '#server/use-cases/join.ts'

export const POST = route('POST /api/join/look', async ({ running, request, address, body }) => {
  const cookies = request.headers.get('cookie')
  return lookAtDoor(
    running,
    await askingPerson(running, request.headers),
    address,
    openToken(running.env, cookies, body),
  )
})
