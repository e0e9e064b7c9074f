import { z } from 'zod'
import { currency } from '#lib/report/currency.ts'
import type { Running } from '#server/base/runtime.ts'

/** A workspace's settings for all its boards, stored as one item. */
const [kind, id] = ['settings', 'workspace'] as const
const settings = z.object({ currency: currency.catch(null).default(null) })
export type Settings = z.infer<typeof settings>

type Parts = Pick<Running, 'store'>

export async function settingsOf({ store }: Parts, workspaceId: string): Promise<Settings> {
  const item = (await store.workspaces.items(workspaceId, kind)).find(one => one.id === id)
  return settings.parse(item ? JSON.parse(item.json) : {})
}

export async function changeSettings({ store }: Parts, workspaceId: string, change: Settings): Promise<Settings> {
  const json = JSON.stringify(change)
  await store.workspaces.putItem({ workspaceId, kind, id, name: 'Settings', json, createdAt: Date.now() })
  return change
}
