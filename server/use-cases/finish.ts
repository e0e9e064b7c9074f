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
 * Finishes a board: its session ends, it is sealed against any change, and what it came to goes into the library. Sealed
 * first and read afterwards, so that the library shows the last state there will ever be; unsealed again when the
 * library could not be written.
 */
export function finishBoard(running: Running, person: PersonRecord, { board }: Access): Promise<BoardRecord> {
  const { store } = running
  // Of two at once the one that fails would break the seal of the other.
  return inTurn(`finish ${board.id}`, async () => {
    if ((await store.boards.get(board.id))?.finishedAt !== null) throw conflict('This board is finished already.')
    await demandNothingWaits(running, board.id)
    for (const session of await store.sessions.ofBoard(board.id))
      if (session.status !== 'ended') await endSession(running, person, session)
    return seal(running, person, board)
  })
}

/** What would be lost under the seal: ballots that nobody has counted, private notes that nobody has revealed. */
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
    // Once more: a vote or a note may have come in before the seal. The answer also waits for what is not on the disk.
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
  const { summary, text, picture } = await reader.make('publish', board.id, { title: board.title })
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

/** Boards that were sealed when the server ended before they were in the library; one that fails holds up no other. */
export async function publishMissing(running: Running): Promise<void> {
  const failures: unknown[] = []
  for (const boardId of await running.store.library.missing()) {
    const board = await running.store.boards.get(boardId)
    if (board) await publish(running, board).catch(error => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} finished boards cannot be read.`)
}

/** A new session on a copy of a board, opened at once; both are of one series. */
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
