import { readAgenda } from '#lib/facilitation/define.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { conflict } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Running } from '#server/base/runtime.ts'

/** Agendas that a workspace keeps to use again. */
const kind = 'agenda'
const most = 100

type Parts = Pick<Running, 'store'>

export async function listAgendas({ store }: Parts, workspaceId: string) {
  const items = await store.workspaces.items(workspaceId, kind)
  return items.map(({ id, name, json, createdAt }) => ({ id, name, createdAt, ...readAgenda(JSON.parse(json)) }))
}

/** Saves an agenda under a name; replaces one of the same name. */
export async function saveAgenda(
  { store }: Parts,
  workspaceId: string,
  { name, items }: ParsedBody<'POST /api/boards/[boardId]/agendas'>,
) {
  const known = await store.workspaces.items(workspaceId, kind)
  const same = known.find(item => item.name.toLowerCase() === name.toLowerCase())
  if (!same && known.length >= most) throw conflict(`A workspace keeps at most ${most} agendas; remove one first.`)
  const item = { workspaceId, kind, id: same?.id ?? newId(), name, json: JSON.stringify(items), createdAt: Date.now() }
  await store.workspaces.putItem(item)
  return { id: item.id, name, createdAt: item.createdAt, items, damaged: 0 }
}

export const removeAgenda = ({ store }: Parts, workspaceId: string, id: string): Promise<boolean> =>
  store.workspaces.removeItem(workspaceId, kind, id)
