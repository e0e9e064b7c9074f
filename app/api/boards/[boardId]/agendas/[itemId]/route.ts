import { withAbility } from '#server/http/route.ts'
import { removeAgenda } from '#server/use-cases/agendas.ts'

export const DELETE = withAbility('template.save', null, async ({ running, access, params }) => {
  await removeAgenda(running, access.board.workspaceId, params.itemId ?? '')
  return {}
})
