import { withWorkspaceAbility } from '#server/http/route.ts'
import { changeSettings, settingsInput, settingsOf } from '#server/use-cases/settings.ts'

export const GET = withWorkspaceAbility('workspace.see', null, async ({ running, member }) => ({
  settings: await settingsOf(running, member.workspaceId),
}))

export const PATCH = withWorkspaceAbility('workspace.settings', settingsInput, async ({ running, member, body }) => ({
  settings: await changeSettings(running, member.workspaceId, body),
}))
