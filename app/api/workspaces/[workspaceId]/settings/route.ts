import { route } from '#server/http/route.ts'
import { changeSettings, settingsOf } from '#server/use-cases/settings.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/settings', async ({ running, member }) => ({
  settings: await settingsOf(running, member.workspaceId),
}))

export const PATCH = route('PATCH /api/workspaces/[workspaceId]/settings', async ({ running, member, body }) => ({
  settings: await changeSettings(running, member.workspaceId, body),
}))
