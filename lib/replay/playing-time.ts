/**
 * The time axis of a player: ms from the first row. Where silence is skipped, a gap between two rows is shortened, so
 * that a night between two sessions takes a moment.
 */
export class PlayingTime {
  /** The position of each row, ms; never decreasing. */
  readonly positions: Float64Array
  readonly length: number

  /** `longestGap`, ms: the length of a shortened silence. */
  constructor(at: ArrayLike<number>, longestGap = Number.POSITIVE_INFINITY) {
    this.positions = new Float64Array(at.length)
    let position = 0
    for (let row = 1; row < at.length; row += 1) {
      position += Math.max(0, Math.min((at[row] ?? 0) - (at[row - 1] ?? 0), longestGap))
      this.positions[row] = position
    }
    this.length = position
  }

  /** Returns the position of a row, ms; the empty wall is at 0. */
  positionOf(row: number): number {
    return this.positions[Math.max(0, Math.min(row, this.positions.length - 1))] ?? 0
  }

  /** Returns the last row at or before a position; −1 only in an empty recording. */
  rowAt(position: number): number {
    let [low, high] = [0, this.positions.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.positions[middle] ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/**
 * Returns how much each person did, in equal parts of the axis: `counts` has one row for each person, one column for
 * each part.
 */
export function activityOf(
  time: PlayingTime,
  rows: { actor: ArrayLike<number>; seq: ArrayLike<number>; count: number },
  people: number,
  parts: number,
): Uint32Array[] {
  const counts = Array.from({ length: people }, () => new Uint32Array(parts))
  for (let row = 0; row < rows.count; row += 1) {
    // All writes of one update count as one event.
    if (row > 0 && rows.seq[row] === rows.seq[row - 1]) continue
    const part = Math.min(parts - 1, Math.floor((time.positionOf(row) / Math.max(1, time.length)) * parts))
    const ofPerson = counts[rows.actor[row] ?? 0]
    if (ofPerson) ofPerson[part] = (ofPerson[part] ?? 0) + 1
  }
  return counts
}

/**
 * Returns the last row of the update that a row belongs to: steps stop there, because a half-written note is no valid
 * state.
 */
export function momentOf(seq: ArrayLike<number>, row: number): number {
  let last = Math.max(-1, Math.min(row, seq.length - 1))
  while (last >= 0 && last + 1 < seq.length && seq[last + 1] === seq[last]) last += 1
  return last
}

/** Returns the row one update forward or back. */
export function stepFrom(seq: ArrayLike<number>, row: number, way: 1 | -1): number {
  if (way === 1) return row + 1 < seq.length ? momentOf(seq, row + 1) : momentOf(seq, row)
  let first = row
  while (first > 0 && seq[first - 1] === seq[row]) first -= 1
  return first - 1
}
