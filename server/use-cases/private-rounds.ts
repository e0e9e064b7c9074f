import { readBoard } from '#lib/board/model.ts'
import { draftsOf, isOver, readDraftId, written } from '#lib/facilitation/drafts.ts'
import type { Running } from '#server/base/runtime.ts'
import { stageOf } from '#server/base/stage.ts'

/** Returns the rounds of private notes that have not been revealed, also those of earlier activities: counts alone. */
export async function waitingRounds({ store, hub }: Pick<Running, 'store' | 'hub'>, boardId: string) {
  const { rounds: revealed } = await hub.read(boardId, stageOf)
  const rounds = new Map<string, { people: number; notes: number }>()
  for (const docId of await store.log.docs(draftsOf(boardId))) {
    const round = readDraftId(docId)?.round
    if (round === undefined || isOver(revealed, round)) continue
    const notes = await hub.read(docId, doc => written(readBoard(doc)).length)
    const known = rounds.get(round) ?? { people: 0, notes: 0 }
    if (notes > 0) rounds.set(round, { people: known.people + 1, notes: known.notes + notes })
  }
  return rounds
}
