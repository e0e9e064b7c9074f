import { draftsOf } from '#lib/facilitation/drafts.ts'
import type { Access } from '#server/base/access.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { inTurn } from '#server/base/in-turn.ts'
import { namesIn } from '#server/base/names.ts'
import type { Running } from '#server/base/runtime.ts'
import { stageOf } from '#server/base/stage.ts'
import type { ActRecord } from '../store/record-store.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { demandRoomFor } from './boards.ts'

type Parts = Pick<Running, 'store' | 'hub' | 'recordings'>

/** ms that a deleted board stays in the bin. */
const stays = 30 * 24 * 3_600_000

/** What becomes of one board in the bin happens in turn: of restoring and erasing at once, the second finds it gone. */
const binTurn = (boardId: string) => `bin ${boardId}`

/** Puts a board into the bin; everybody on it is disconnected. */
export async function deleteBoard(
  { store, hub }: Pick<Parts, 'store' | 'hub'>,
  person: PersonRecord,
  { board }: Access,
): Promise<void> {
  await store.boards.update(board.id, { deletedAt: Date.now(), deletedBy: person.id })
  await hub.closeBoard(board.id)
}

/** Takes a board out of the bin. */
export function restoreBoard({ store }: Pick<Parts, 'store'>, { board }: Access): Promise<BoardRecord> {
  return inTurn(binTurn(board.id), async () => {
    const now = await store.boards.get(board.id)
    if (!now) throw notFound()
    if (now.deletedAt !== null) await demandRoomFor({ store }, board.workspaceId)
    await store.boards.update(board.id, { deletedAt: null, deletedBy: null })
    return { ...now, deletedAt: null, deletedBy: null }
  })
}

/** What is in the bin of a workspace, by whom, and when it is erased. */
export async function readBin({ store }: Pick<Parts, 'store'>, workspaceId: string) {
  const boards = await store.boards.deleted(workspaceId)
  const called = await namesIn(store, workspaceId)
  const ids = [...new Set(boards.flatMap(board => board.deletedBy ?? []))]
  const names = new Map((await store.people.many(ids)).map(({ id, name }) => [id, called(id, name)]))
  return boards.map(({ id, title, deletedAt, deletedBy }) => ({
    id,
    title,
    deletedAt: deletedAt ?? 0,
    deletedBy: names.get(deletedBy ?? '') ?? null,
    erasedAt: (deletedAt ?? 0) + stays,
  }))
}

/** Erases a board of the bin for good, before its time. */
export async function eraseFromBin(parts: Parts, { board }: Access): Promise<void> {
  if (board.deletedAt === null) throw conflict('This board is not in the bin. Delete it first.')
  if (!(await erase(parts, board.id, 'hand'))) throw conflict('This board was restored at this very moment.')
}

/** Erases a board that is in the bin, because more than the board goes. */
export const eraseNow = (parts: Parts, boardId: string): Promise<boolean> => erase(parts, boardId, 'hand')

/** Erases what has been in the bin for 30 days at `now`, ms; one failure does not stop the others. */
export async function eraseExpired(parts: Parts, now: number): Promise<number> {
  const failures: unknown[] = []
  let erased = 0
  for (const id of await parts.store.boards.deletedBefore(now - stays))
    await erase(parts, id, 'time').then(
      done => {
        if (done) erased += 1
      },
      error => failures.push(error),
    )
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deleted boards could not be erased.`)
  return erased
}

/** What is erased by hand is recorded where it was asked for. */
const erasedInTime = ({ id, workspaceId }: BoardRecord): ActRecord => ({
  id: newId(),
  workspaceId,
  at: Date.now(),
  what: 'board.erase',
  personId: null,
  boardId: id,
  onPersonId: null,
  detail: null,
  address: null,
})

/**
 * Erases everything of a board in the bin, on the disk too; returns whether it was there. The board's own record goes
 * last: a server that stops in between finds it again.
 */
function erase({ store, hub, recordings }: Parts, boardId: string, by: 'hand' | 'time'): Promise<boolean> {
  return inTurn(binTurn(boardId), async () => {
    const board = await store.boards.get(boardId)
    if (!board || board.deletedAt === null) return false
    // A document that is damaged names no vote; its ballots name notes by ids alone.
    const vote = await hub.read(boardId, doc => stageOf(doc).vote).catch(() => null)
    await hub.forget(boardId)
    await recordings.forget(boardId)
    if (vote) await Promise.all([store.ballots.erase(vote.id), store.ballots.dropTally(vote.id)])
    for (const docId of [...(await store.log.docs(draftsOf(boardId))), boardId]) await store.log.erase(docId)
    await store.library.erase(boardId)
    await store.boards.erase(boardId)
    if (by === 'time') await store.record.add(erasedInTime(board))
    return true
  })
}
