import { sessionCookie } from '#server/http/cookies.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { askingPerson, reply, route } from '#server/http/route.ts'
import { join } from '#server/use-cases/join.ts'

export const POST = route('POST /api/join', async ({ running, request, address, body }) => {
  const cookies = request.headers.get('cookie')
  const known = await askingPerson(running, request.headers)
  const { person, board, session, role, status, newcomer } = await join(
    running,
    known,
    address,
    openToken(running.env, cookies, body),
  )
  return reply(
    {
      board: { id: board.id, url: `/b/${board.id}` },
      session: { id: session.id, title: session.title, status: session.status, plannedFor: session.plannedFor },
      person: { id: person.id, name: person.name },
      role,
      status,
    },
    newcomer ? { cookie: await sessionCookie(running.env, person.id) } : {},
  )
})
