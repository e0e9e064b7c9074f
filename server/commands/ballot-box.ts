import { badRequest } from '#server/base/errors.ts'

/**
 * Orders the ballots of one open vote: people vote in parallel, each person's own ballots one after another. A close
 * waits for the ballots being stored and accepts no more, so that every confirmed ballot is counted.
 */
interface Box {
  closing: boolean
  /** The last ballot of each person that is not stored yet. */
  casting: Map<string, Promise<unknown>>
  progress: NodeJS.Timeout | null
}
const boxes = new Map<string, Box>()

/** ms in which ballots share one report of how many people have finished. */
const together = 150

const boxOf = (voteId: string): Box => {
  const box = boxes.get(voteId) ?? { closing: false, casting: new Map(), progress: null }
  boxes.set(voteId, box)
  return box
}

/** `body` must check that the vote is still open: it may have closed while the ballot waited. */
export function castInTurn<T>(voteId: string, personId: string, body: () => Promise<T>): Promise<T> {
  const box = boxOf(voteId)
  if (box.closing) throw badRequest('The vote is being closed.')
  const mine = (box.casting.get(personId) ?? Promise.resolve()).then(body, body)
  box.casting.set(personId, mine)
  const settled = () => {
    if (box.casting.get(personId) === mine) box.casting.delete(personId)
  }
  mine.then(settled, settled)
  return mine
}

/** Reports progress soon, once for many ballots. */
export function reportSoon(voteId: string, report: () => Promise<unknown>): void {
  const box = boxOf(voteId)
  box.progress ??= setTimeout(() => {
    box.progress = null
    // When a report fails, the next one or the close corrects the number.
    report().catch(() => {})
  }, together)
}

/** Runs `body` when every earlier ballot is stored; when it rejects, the vote goes on. */
export async function closeBox<T>(voteId: string, body: () => Promise<T>): Promise<T> {
  const box = boxOf(voteId)
  if (box.closing) throw badRequest('The vote is being closed.')
  box.closing = true
  try {
    await Promise.allSettled(box.casting.values())
    const result = await body()
    if (box.progress) clearTimeout(box.progress)
    boxes.delete(voteId)
    return result
  } finally {
    box.closing = false
  }
}
