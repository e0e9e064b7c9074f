import { route } from '#server/http/route.ts'
import { planSession, sessionView } from '#server/use-cases/sessions.ts'

export const GET = route('GET /api/boards/[boardId]/sessions', async ({ running, access }) => ({
  sessions: (await running.store.sessions.ofBoard(access.board.id)).map(session => sessionView(session, access)),
}))

export const POST = route('POST /api/boards/[boardId]/sessions', async ({ running, person, access, body }) => ({
  session: sessionView(await planSession(running, person, access, body), access),
}))
