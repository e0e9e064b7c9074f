import { writeCells } from '#lib/board/commands/repair.ts'
import { rootOf } from '#lib/board/schema.ts'
import type { CommandAnswer, ParsedInput } from '#lib/protocol/commands.ts'
import { badRequest } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Running } from '#server/base/runtime.ts'
import type { Wish } from '../replay/record-worker.ts'

/** Repairs of a board. Each is a new step in its history, so that it can be undone in the same manner. */

type Parts = Pick<Running, 'hub' | 'recordings'>

/** The result of a repair; going back to `before` undoes it. */
type Repaired = CommandAnswer<'repair.back'>

/** Restores the wall as it was after an update. */
export const putBack = (parts: Parts, boardId: string, personId: string, { to }: ParsedInput<'repair.back'>) =>
  repairBy(parts, boardId, personId, { command: 'repair.back', wish: { to } })

/** Undoes what a person did, wherever nobody else has written since. */
export const undoOf = (parts: Parts, boardId: string, personId: string, { undo, since }: ParsedInput<'repair.undo'>) =>
  repairBy(parts, boardId, personId, { command: 'repair.undo', wish: { undo, since } })

async function repairBy(
  { hub, recordings }: Parts,
  boardId: string,
  personId: string,
  { command, wish }: { command: string; wish: Wish },
): Promise<Repaired> {
  const { writes, seq: before } = await recordings.repair(boardId, wish)
  if (writes.length === 0) throw badRequest('There is nothing to change: the wall is like that already.')
  let changed = 0
  await hub.write(boardId, command, personId, doc => {
    changed = writeCells({ doc, newId }, command, writes)
  })
  return { changed, before }
}

/** Restores something that was deleted: a note, a link, a lane, an outcome, a comment. */
export async function bringBackFromHistory(
  { hub, recordings }: Parts,
  boardId: string,
  personId: string,
  { root, id }: ParsedInput<'repair.bring-back'>,
): Promise<Repaired> {
  // Where it was removed for good it is made anew from the history, as it was last.
  const { writes, seq: before } = await recordings.repair(boardId, { revive: { root, id } })
  let changed = 0
  await hub.write(boardId, 'repair.bring-back', personId, doc => {
    const isThere = rootOf(doc, root).has(id)
    const back = isThere ? [{ root, id, key: 'deleted', value: false }] : writes
    changed = writeCells({ doc, newId }, 'repair.bring-back', back)
  })
  if (changed === 0) throw badRequest('This is on the wall already.')
  return { changed, before }
}
