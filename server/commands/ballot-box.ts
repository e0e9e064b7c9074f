import { badRequest } from '#server/base/errors.ts'

/**
 * The order of things in one open vote: people cast side by side, each their own ballots one after another; a close
 * waits for those that are on their way and lets no more in, so that a ballot that was answered is always counted.
 */
interface Box {
  closing: boolean
  /** The last ballot of each person that is not settled yet. */
  casting: Map<string, Promise<unknown>>
  progress: NodeJS.Timeout | null
}
const boxes = new Map<string, Box>()

/** ms in which ballots share one report of how many people are done. */
const together = 150

const boxOf = (voteId: string): Box => {
  const box = boxes.get(voteId) ?? { closing: false, casting: new Map(), progress: null }
  boxes.set(voteId, box)
  return box
}

/** `body` must look whether the vote is still open: it may have closed before its turn came. */
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
    // A report that fails is made good by the next one, or by the close.
    report().catch(() => {})
  }, together)
}

/** Runs `body` when every ballot that came before is stored; when it rejects, the vote goes on. */
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
