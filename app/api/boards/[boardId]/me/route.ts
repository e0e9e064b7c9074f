import { accessTo, may } from '#server/base/access.ts'
import { notFound } from '#server/base/errors.ts'
import { route } from '#server/http/route.ts'

/**
 * Asked by people in the lobby: they know of the board, but the policy has no role for them yet. The others learn
 * whether they may take over a session that nobody leads.
 */
export const GET = route('GET /api/boards/[boardId]/me', async ({ running, person, params }) => {
  const access = await accessTo(running.store, person.id, params.boardId)
  if (!access) throw notFound()
  return access.waiting
    ? { status: 'waiting' }
    : { status: 'in', role: access.role, takesOver: may(access, 'session.take-over') }
})
