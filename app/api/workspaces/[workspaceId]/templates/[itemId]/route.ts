import { withWorkspaceAbility } from '#server/http/route.ts'
import { removeTemplate } from '#server/use-cases/templates.ts'

export const DELETE = withWorkspaceAbility('template.save', null, async ({ running, member, params }) => {
  await removeTemplate(running, member.workspaceId, params.itemId ?? '')
  return {}
})
