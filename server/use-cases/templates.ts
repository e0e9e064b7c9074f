import { z } from 'zod'
import { readBoard } from '#lib/board/model.ts'
import { type BoardPlan, boardPlan, planOf } from '#lib/board/plan.ts'
import { miniatureIn, miniatureSvg, miniatureUrl } from '#lib/export/miniature.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import type { OwnTemplateChoice } from '#lib/templates/picture.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Running } from '#server/base/runtime.ts'
import type { BoardRecord, WorkspaceItem } from '../store/store.ts'

/** A workspace's board templates: what a choice shows, and separately the plan, because it is large. */
const kinds = { choice: 'board-template', plan: 'board-template-plan' } as const
const most = 30
/** Notes of one template. */
const mostNotes = 1_000

/** `picture` is one as `miniatureUrl` makes it. */
const look = z.object({ summary: z.string(), picture: z.string() })

/** The address of a template's picture: a page that lists many templates embeds none of them. */
const pictureAt = ({ workspaceId, id, createdAt }: Pick<WorkspaceItem, 'workspaceId' | 'id' | 'createdAt'>) =>
  `/api/workspaces/${workspaceId}/templates/${id}/picture?at=${createdAt}`

type Parts = Pick<Running, 'store'>

/**
 * Saves the present wall under a name, without its people: no authors, comments, votes or inbox. Replaces one of the
 * same name.
 */
export async function saveTemplate(
  { store, hub }: Pick<Running, 'store' | 'hub'>,
  { id: boardId, workspaceId }: Pick<BoardRecord, 'id' | 'workspaceId'>,
  { name }: ParsedBody<'POST /api/boards/[boardId]/templates'>,
): Promise<OwnTemplateChoice> {
  const known = await store.workspaces.items(workspaceId, kinds.choice)
  const same = known.find(item => item.name.toLowerCase() === name.toLowerCase())
  if (!same && known.length >= most) throw conflict(`A workspace keeps at most ${most} templates; delete one first.`)
  const { plan, picture } = await hub.read(boardId, doc => {
    const board = readBoard(doc)
    return { plan: withoutPeople(planOf(board)), picture: miniatureUrl(miniatureSvg(board)) }
  })
  if (plan.notes.length > mostNotes) throw conflict(`A template has at most ${mostNotes.toLocaleString('en')} notes.`)
  const summary = `${count(plan.lanes.length, 'lane')}, ${count(plan.notes.length, 'note')}; kept by your workspace.`
  const item = { workspaceId, id: same?.id ?? newId(), name, createdAt: Date.now() }
  await store.workspaces.putItem({ ...item, kind: kinds.plan, json: JSON.stringify(plan) })
  await store.workspaces.putItem({ ...item, kind: kinds.choice, json: JSON.stringify({ summary, picture }) })
  return { id: item.id, title: name, summary, picture: pictureAt(item), workspaceId }
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

function withoutPeople(plan: BoardPlan): BoardPlan {
  const notes = plan.notes.filter(note => note.place !== 'inbox').map(({ votes: _votes, ...note }) => note)
  const ids = new Set(notes.map(note => note.id))
  return { ...plan, notes, links: plan.links.filter(({ from, to }) => ids.has(from) && ids.has(to)), comments: [] }
}

/** The templates of every workspace in which this person may make boards. */
export async function listTemplates({ store }: Parts, personId: string): Promise<OwnTemplateChoice[]> {
  const found: OwnTemplateChoice[] = []
  for (const { id: workspaceId } of await makesBoardsIn({ store }, personId))
    for (const item of await store.workspaces.items(workspaceId, kinds.choice)) {
      const seen = look.safeParse(JSON.parse(item.json))
      if (!seen.success) continue
      const { summary } = seen.data
      found.push({ id: item.id, title: item.name, workspaceId, summary, picture: pictureAt(item) })
    }
  return found.sort((a, b) => a.title.localeCompare(b.title))
}

/** Returns a template's wall as SVG; throws notFound when the workspace has none with this id. */
export async function pictureOfTemplate({ store }: Parts, workspaceId: string, id: string): Promise<string> {
  const item = (await store.workspaces.items(workspaceId, kinds.choice)).find(one => one.id === id)
  if (!item) throw notFound()
  return miniatureIn(look.parse(JSON.parse(item.json)).picture)
}

/** Returns the plan of a board made from a template; null when there is none for this person. */
export async function planOfTemplate({ store }: Parts, personId: string, id: string): Promise<BoardPlan | null> {
  for (const workspace of await makesBoardsIn({ store }, personId)) {
    const item = (await store.workspaces.items(workspace.id, kinds.plan)).find(one => one.id === id)
    if (item) return boardPlan.parse(JSON.parse(item.json))
  }
  return null
}

export async function removeTemplate({ store }: Parts, workspaceId: string, id: string): Promise<void> {
  await store.workspaces.removeItem(workspaceId, kinds.choice, id)
  await store.workspaces.removeItem(workspaceId, kinds.plan, id)
}

const makesBoardsIn = async ({ store }: Parts, personId: string) =>
  (await store.workspaces.ofPerson(personId)).filter(({ role }) => role !== 'manager')
