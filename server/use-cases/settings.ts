import { z } from 'zod'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import type { WorkspaceSettings } from '#lib/protocol/routes/workspaces.ts'
import { currency } from '#lib/report/currency.ts'
import type { Running } from '#server/base/runtime.ts'

/** What a workspace has chosen for all its boards, stored as one item; its name has a place of its own. */
const [kind, id] = ['settings', 'workspace'] as const
const chosen = z.object({
  currency: currency.catch(null).default(null),
  /** After how many days without a session guests' names are erased; null: never by themselves. */
  guestDays: z.number().nullable().catch(null).default(null),
})

type Parts = Pick<Running, 'store'>

export async function settingsOf({ store }: Parts, workspaceId: string): Promise<WorkspaceSettings> {
  const [workspace, items] = await Promise.all([
    store.workspaces.get(workspaceId),
    store.workspaces.items(workspaceId, kind),
  ])
  const item = items.find(one => one.id === id)
  return { name: workspace?.name ?? '', ...chosen.parse(item ? JSON.parse(item.json) : {}) }
}

export async function changeSettings(
  { store }: Parts,
  workspaceId: string,
  { name, ...change }: ParsedBody<'PATCH /api/workspaces/[workspaceId]/settings'>,
): Promise<WorkspaceSettings> {
  if (name !== undefined) await store.workspaces.rename(workspaceId, name)
  const { name: _, ...before } = await settingsOf({ store }, workspaceId)
  const json = JSON.stringify(chosen.parse({ ...before, ...change }))
  await store.workspaces.putItem({ workspaceId, kind, id, name: 'Settings', json, createdAt: Date.now() })
  return settingsOf({ store }, workspaceId)
}

/** The workspaces that keep the names of guests only for a time. */
export async function guestDays({ store }: Parts): Promise<{ workspaceId: string; days: number }[]> {
  const all = await store.workspaces.itemsOfKind(kind)
  return all.flatMap(({ workspaceId, json }) => {
    const { guestDays: days } = chosen.parse(JSON.parse(json))
    return days === null ? [] : [{ workspaceId, days }]
  })
}
