import { limits } from '#lib/board/fields.ts'
import { readBoard } from '#lib/board/model.ts'
import { type BoardPlan, planOf, writePlan } from '#lib/board/plan.ts'
import type { Made } from '#lib/board/snapshot.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { templateOf } from '#lib/templates/index.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { cutText } from '#lib/text/cut.ts'
import { type Access, accessToAll } from '#server/base/access.ts'
import { badRequest } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Running } from '#server/base/runtime.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { demandRoom, quotas } from './quotas.ts'
import { planOfTemplate } from './templates.ts'

type Parts = Pick<Running, 'store' | 'hub'>

/** A board as lists and routes return it. */
export const boardView = (board: BoardRecord) => ({
  id: board.id,
  title: board.title,
  url: `/b/${board.id}`,
  workspaceId: board.workspaceId,
  customer: board.customer,
  process: board.process,
  tags: board.tags,
  createdAt: board.createdAt,
  changedAt: board.changedAt,
  finishedAt: board.finishedAt,
  seriesId: board.seriesId,
})

export const newBoard = (title: string, workspaceId: string, person: PersonRecord): BoardRecord => {
  const [id, now] = [newId(), Date.now()]
  return {
    id,
    workspaceId,
    title,
    customer: '',
    process: '',
    tags: [],
    createdBy: person.id,
    createdAt: now,
    changedAt: now,
    deletedAt: null,
    deletedBy: null,
    finishedAt: null,
    finishedBy: null,
    seriesId: id,
  }
}

/** Checks before a board is created or restored; throws when its workspace is full. */
export async function demandRoomFor({ store }: Pick<Running, 'store'>, workspaceId: string): Promise<void> {
  demandRoom(
    await store.boards.count(workspaceId),
    quotas.boards,
    `This workspace holds ${quotas.boards.toLocaleString('en')} boards, as many as it can. Delete some that nobody needs.`,
  )
}

/** Creates the record and its document; when the document cannot be written, the board is removed again. */
async function addBoard({ store, hub }: Parts, board: BoardRecord, body: Parameters<Running['hub']['write']>[3]) {
  await demandRoomFor({ store }, board.workspaceId)
  await store.boards.create(board)
  try {
    await hub.write(board.id, 'board.create', board.createdBy, body)
  } catch (error) {
    await store.boards.erase(board.id)
    throw error
  }
  return board
}

export async function createBoard(
  running: Parts,
  person: PersonRecord,
  workspaceId: string,
  input: ParsedBody<'POST /api/boards'>,
): Promise<BoardRecord> {
  const { title, template: id = 'blank' } = input
  const board = newBoard(title, workspaceId, person)
  const template = templateOf(id)
  if (template) return addBoard(running, board, doc => writeTemplate({ doc, newId }, template))
  const kept = await planOfTemplate(running, person.id, id)
  if (!kept) throw badRequest('There is no such template.')
  return addBoard(running, board, doc => {
    writePlan({ doc, newId }, readBoard(doc), kept, { freshIds: true })
  })
}

/** Copies a board within its workspace and series: the present wall with each note's author; no session, no people. */
export async function duplicateBoard(
  running: Parts,
  person: PersonRecord,
  { board }: Access,
  input: ParsedBody<'POST /api/boards/[boardId]/duplicate'>,
): Promise<BoardRecord> {
  const leases = await running.store.log.leases(board.id)
  const authors = new Map(leases.map(lease => [lease.client, lease.personId]))
  const authorOf = (made: Made) => made.by ?? authors.get(made.client) ?? null
  const plan = await running.hub.read(board.id, doc => planOf(readBoard(doc), authorOf))
  return addCopy(running, person, board, {
    title: input.title ?? `${cutText(board.title, limits.name - 7)} (copy)`,
    plan,
  })
}

/** Creates a board from the wall as it was after an update of its history. */
export async function copyMoment(
  running: Parts & Pick<Running, 'recordings'>,
  person: PersonRecord,
  { board }: Access,
  { title, seq }: ParsedBody<'POST /api/boards/[boardId]/replay/copy'>,
): Promise<BoardRecord> {
  return addCopy(running, person, board, { title, plan: await running.recordings.plan(board.id, seq) })
}

function addCopy(
  running: Parts,
  person: PersonRecord,
  board: BoardRecord,
  { title, plan }: { title: string; plan: BoardPlan },
): Promise<BoardRecord> {
  const { customer, process, tags, seriesId } = board
  const copy = { ...newBoard(title, board.workspaceId, person), customer, process, tags, seriesId }
  return addBoard(running, copy, doc => {
    writePlan({ doc, newId }, readBoard(doc), plan, { freshIds: false, authors: true })
  })
}

export async function changeBoard(
  { store, hub }: Running,
  { board }: Access,
  input: ParsedBody<'PATCH /api/boards/[boardId]'>,
): Promise<BoardRecord> {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const change = { ...(Object.fromEntries(given) as Partial<BoardRecord>), changedAt: Date.now() }
  await store.boards.update(board.id, change)
  await hub.boardChanged(board.id)
  return { ...board, ...change }
}

/**
 * Returns the boards a person sees, newest change first, with their role and the session that applies. `in` leaves out
 * those of their other workspaces, and keeps what they take part in elsewhere.
 */
export async function listBoards(
  { store }: Pick<Running, 'store'>,
  person: PersonRecord,
  { limit = 100, offset = 0, in: only }: { limit?: number; offset?: number; in?: string } = {},
) {
  const workspaces = await store.workspaces.ofPerson(person.id)
  const ids = workspaces.map(workspace => workspace.id)
  const [workspaceIds, without] = only === undefined ? [ids, []] : [[only], ids.filter(id => id !== only)]
  const boards = await store.boards.list({ workspaceIds, without, participantId: person.id, limit, offset })
  return (await accessToAll(store, person.id, boards, workspaces)).map(({ board, session, role, waiting }) => ({
    ...boardView(board),
    role: waiting ? ('waiting' as const) : role,
    session: session && {
      id: session.id,
      title: session.title,
      status: session.status,
      plannedFor: session.plannedFor,
    },
  }))
}
