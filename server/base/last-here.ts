import type { Store } from '#server/store/store.ts'
import { kept } from './runtime.ts'

/** What happens more often than this, ms, is not written down again. */
const every = 5 * 60_000
const most = 20_000

/** Stores that a member is in a workspace now, to a few minutes. Nobody waits for it. */
export function sawMember({ workspaces }: Pick<Store, 'workspaces'>, workspaceId: string, personId: string): void {
  const seen = kept('last-here', () => new Map<string, number>())
  const [key, now] = [`${workspaceId} ${personId}`, Date.now()]
  if (now - (seen.get(key) ?? 0) < every) return
  if (seen.size >= most) seen.clear()
  seen.set(key, now)
  workspaces.sawMember(workspaceId, personId, now).catch(() => seen.delete(key))
}
