/** A word with one error in it, and the words it may stand for. */

/** The number of equally near words that are tried. */
const most = 5
/** Letters from which an error is also found inside a longer word. */
const partFrom = 5

export interface Meant {
  spelled: string
}

/**
 * Returns the known words that differ from this one by one letter added, missing, changed, or two swapped, the
 * likeliest first: whole words, then beginnings and parts of words, which are named by the part alone.
 */
export function nearest(word: string, known: readonly { word: string; spelled: string }[]): Meant[] {
  const found = new Map<string, { spelled: string; cost: number }>()
  const keep = (spelled: string, cost: number) => {
    const before = found.get(spelled)
    if (!before || before.cost > cost) found.set(spelled, { spelled, cost })
  }
  for (const one of known) {
    if (isOneErrorFrom(word, one.word)) keep(one.spelled, one.word[0] === word[0] ? 0 : 1)
    else if (word.length >= partFrom) {
      const part = partNear(word, one.word)
      if (part)
        keep(
          one.spelled.length === one.word.length ? one.spelled.slice(...part) : one.word.slice(...part),
          part[0] === 0 ? 2 : 3,
        )
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost || a.spelled.length - b.spelled.length || (a.spelled < b.spelled ? -1 : 1))
    .slice(0, most)
}

/** Returns where a stretch of a longer word is one error away: of the same length, or one letter longer or shorter. */
function partNear(word: string, longer: string): [from: number, to: number] | null {
  for (const length of [word.length, word.length + 1, word.length - 1])
    for (let from = 0; from + length <= longer.length; from++)
      if (isOneErrorFrom(word, longer.slice(from, from + length))) return [from, from + length]
  return null
}

/** Whether one edit turns `a` into `b`: a letter added, missing or changed, or two neighbours swapped. */
function isOneErrorFrom(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let from = 0
  while (from < shorter && a[from] === b[from]) from += 1
  let rest = 0
  while (rest < shorter - from && a[a.length - 1 - rest] === b[b.length - 1 - rest]) rest += 1
  const [left, right] = [a.slice(from, a.length - rest), b.slice(from, b.length - rest)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
