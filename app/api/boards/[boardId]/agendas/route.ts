import { reply, withAbility } from '#server/http/route.ts'
import { listAgendas, saveAgenda, saveAgendaInput } from '#server/use-cases/agendas.ts'

export const GET = withAbility('stage.lead', null, async ({ running, access }) => ({
  agendas: await listAgendas(running, access.board.workspaceId),
}))

export const POST = withAbility('template.save', saveAgendaInput, async ({ running, access, body }) =>
  reply({ agenda: await saveAgenda(running, access.board.workspaceId, body) }, { status: 201 }),
)
