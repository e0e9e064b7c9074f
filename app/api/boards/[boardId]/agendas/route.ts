import { route } from '#server/http/route.ts'
import { listAgendas, saveAgenda } from '#server/use-cases/agendas.ts'

export const GET = route('GET /api/boards/[boardId]/agendas', async ({ running, access }) => ({
  agendas: await listAgendas(running, access.board.workspaceId),
}))

export const POST = route('POST /api/boards/[boardId]/agendas', async ({ running, access, body }) => ({
  agenda: await saveAgenda(running, access.board.workspaceId, body),
}))
