import { route } from '#server/http/route.ts'
import { removeTemplate } from '#server/use-cases/templates.ts'

export const DELETE = route(
  'DELETE /api/workspaces/[workspaceId]/templates/[itemId]',
  async ({ running, member, params }) => {
    await removeTemplate(running, member.workspaceId, params.itemId)
    return {}
  },
)
