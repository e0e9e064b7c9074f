/** One replacement in a text: at an index, delete so many characters and insert these. */
export interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** A Y.Text delta, as in its events. */
export type Delta = readonly { retain?: number; delete?: number; insert?: unknown }[]

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Returns the smallest single replacement that turns one text into the other. Where several positions are possible
 * (typing a letter beside the same letter) it ends at the caret, where the person typed; it never splits a surrogate
 * pair.
 */
export function diffText(before: string, after: string, caret: number = after.length): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  const behind = after.length - Math.min(Math.max(caret, 0), after.length)
  let end = 0
  while (end < shorter && end < behind && before.at(-1 - end) === after.at(-1 - end)) end += 1
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start += 1
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (start > 0 && (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start)))) start -= 1
  if (end > 0 && (isLow(before.charCodeAt(before.length - end)) || isLow(after.charCodeAt(after.length - end))))
    end -= 1
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** Maps an index of the old text through a delta; at an insertion it stays before (`left`) or moves behind it. */
export function mapIndex(delta: Delta, index: number, side: 'left' | 'right' = 'left'): number {
  let old = 0
  let now = 0
  for (const op of delta) {
    if (op.retain !== undefined) {
      if (old + op.retain > index || (old + op.retain === index && side === 'left')) return now + index - old
      old += op.retain
      now += op.retain
    } else if (op.delete !== undefined) {
      if (old + op.delete > index) return now
      old += op.delete
    } else if (typeof op.insert === 'string') {
      if (old === index && side === 'left') return now
      now += op.insert.length
    }
  }
  return now + Math.max(0, index - old)
}

export function applyDelta(text: string, delta: Delta): string {
  let at = 0
  let result = ''
  for (const op of delta) {
    if (op.retain !== undefined) {
      result += text.slice(at, at + op.retain)
      at += op.retain
    } else if (op.delete !== undefined) at += op.delete
    else if (typeof op.insert === 'string') result += op.insert
  }
  return result + text.slice(at)
}
