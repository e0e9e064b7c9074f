import { limits } from '#lib/board/fields.ts'
import { cutText } from '#lib/text/cut.ts'
import type { Access } from '#server/base/access.ts'
import { AppError, conflict, isAppError } from '#server/base/errors.ts'
import { inTurn } from '#server/base/in-turn.ts'
import type { Running } from '#server/base/runtime.ts'
import { stageOf } from '#server/base/stage.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { duplicateBoard } from './boards.ts'
import { waitingRounds } from './private-rounds.ts'
import { endSession, planSession } from './sessions.ts'

/**
 * Finishes a board: ends its session, seals it against any change, and adds its results to the library. It is sealed
 * before it is read, so that the library shows the final state; it is unsealed when the library could not be written.
 */
export function finishBoard(running: Running, person: PersonRecord, { board }: Access): Promise<BoardRecord> {
  const { store } = running
  // One at a time: of two, the one that fails would remove the seal of the other.
  return inTurn(`finish ${board.id}`, async () => {
    if ((await store.boards.get(board.id))?.finishedAt !== null) throw conflict('This board is finished already.')
    await demandNothingWaits(running, board.id)
    for (const session of await store.sessions.ofBoard(board.id))
      if (session.status !== 'ended') await endSession(running, person, session)
    return seal(running, person, board)
  })
}

/** Throws when the seal would lose something: ballots that are not counted, private notes that are not revealed. */
async function demandNothingWaits(running: Running, boardId: string): Promise<void> {
  const { vote } = await running.hub.read(boardId, stageOf)
  if (vote?.status === 'open') throw conflict('A vote is open. Close it first, so that its result is on the board.')
  if ((await waitingRounds(running, boardId)).size > 0)
    throw conflict('Private notes are not revealed yet. Reveal them first, so that they are on the board.')
}

async function seal(running: Running, person: PersonRecord, board: BoardRecord): Promise<BoardRecord> {
  const { store, hub } = running
  const now = Date.now()
  const change = { finishedAt: now, finishedBy: person.id, changedAt: now }
  const sealed = { ...board, ...change }
  await store.boards.update(board.id, change)
  try {
    await hub.boardChanged(board.id)
    // Again: a vote or a note may have come in before the seal. This also waits for what is not on the disk yet.
    await demandNothingWaits(running, board.id)
    await publish(running, sealed)
  } catch (error) {
    await store.boards.update(board.id, { finishedAt: null, finishedBy: null })
    await hub.boardChanged(board.id)
    if (isAppError(error)) throw error
    console.error(error)
    throw new AppError('not-finished', 'The board could not be finished and is as it was. Try again.')
  }
  return sealed
}

/** Writes a sealed board into the library. */
async function publish({ store, reader }: Running, board: BoardRecord): Promise<void> {
  const { summary, text, picture } = await reader.make(board.finishedBy ?? board.id, 'publish', board.id, {
    title: board.title,
  })
  const open = summary.actions.filter(action => !action.done)
  await store.library.put({
    boardId: board.id,
    workspaceId: board.workspaceId,
    finishedAt: board.finishedAt ?? Date.now(),
    pointsBefore: summary.before.points.total,
    pointsAfter: summary.after.points.total,
    actionsOpen: open.length,
    actionsDone: summary.actions.length - open.length,
    nextDue: open.reduce<string | null>((next, { due }) => (due && (!next || due < next) ? due : next), null),
    summary: JSON.stringify(summary),
    picture,
    text: { ...text, title: [board.title, board.customer, board.process, ...board.tags].join('\n') },
  })
}

/**
 * Publishes boards that were sealed when the server stopped before the library was written; one failure does not stop
 * the others.
 */
export async function publishMissing(running: Running): Promise<void> {
  const failures: unknown[] = []
  for (const boardId of await running.store.library.missing()) {
    const board = await running.store.boards.get(boardId)
    if (board) await publish(running, board).catch(error => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} finished boards cannot be read.`)
}

/** Copies a board into the same series and opens a new session on the copy at once. */
export async function continueBoard(running: Running, person: PersonRecord, access: Access): Promise<BoardRecord> {
  const { board } = access
  const series = await running.store.boards.series(board.workspaceId, board.seriesId)
  const name = cutText(board.title.replace(/ \(\d+\)$/, ''), limits.name - 6)
  const copy = await duplicateBoard(running, person, access, { title: `${name} (${series.length + 1})` })
  await planSession(
    running,
    person,
    { board: copy },
    {
      title: copy.title,
      lobby: false,
      agenda: [],
      open: true,
    },
  )
  return copy
}
