import { route } from '#server/http/route.ts'
import { putLogo, removeLogo } from '#server/use-cases/brand.ts'

export const PUT = route('PUT /api/workspaces/[workspaceId]/logo', async ({ running, member, request }) => ({
  brand: await putLogo(running, member.workspaceId, request),
}))

export const DELETE = route('DELETE /api/workspaces/[workspaceId]/logo', async ({ running, member }) => {
  await removeLogo(running, member.workspaceId)
  return {}
})
