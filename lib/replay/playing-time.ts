/**
 * The axis that a recording is played along: ms from its first row. Where silence is skipped, a gap between two rows
 * counts for a moment only, so that a night between two sessions is not a night on the screen.
 */
export class PlayingTime {
  /** The place of each row, ms; never decreasing. */
  readonly places: Float64Array
  readonly length: number

  /** `longestGap`, ms: what a longer silence is shortened to. */
  constructor(at: ArrayLike<number>, longestGap = Number.POSITIVE_INFINITY) {
    this.places = new Float64Array(at.length)
    let place = 0
    for (let row = 1; row < at.length; row += 1) {
      place += Math.max(0, Math.min((at[row] ?? 0) - (at[row - 1] ?? 0), longestGap))
      this.places[row] = place
    }
    this.length = place
  }

  /** ms of a row; the empty wall is at the beginning. */
  placeOf(row: number): number {
    return this.places[Math.max(0, Math.min(row, this.places.length - 1))] ?? 0
  }

  /** The last row at or before a place; −1 only in an empty recording. */
  rowAt(place: number): number {
    let [low, high] = [0, this.places.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.places[middle] ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** How much each person did, in equal parts of the axis: one row of `counts` a person, one column a part. */
export function activityOf(
  time: PlayingTime,
  rows: { actor: ArrayLike<number>; seq: ArrayLike<number>; count: number },
  people: number,
  parts: number,
): Uint32Array[] {
  const counts = Array.from({ length: people }, () => new Uint32Array(parts))
  for (let row = 0; row < rows.count; row += 1) {
    // What one update wrote is one event, however many fields it touched.
    if (row > 0 && rows.seq[row] === rows.seq[row - 1]) continue
    const part = Math.min(parts - 1, Math.floor((time.placeOf(row) / Math.max(1, time.length)) * parts))
    const ofPerson = counts[rows.actor[row] ?? 0]
    if (ofPerson) ofPerson[part] = (ofPerson[part] ?? 0) + 1
  }
  return counts
}

/** The last row of the update that a row belongs to: where steps stop, for a half-written note is no moment. */
export function momentOf(seq: ArrayLike<number>, row: number): number {
  let last = Math.max(-1, Math.min(row, seq.length - 1))
  while (last >= 0 && last + 1 < seq.length && seq[last + 1] === seq[last]) last += 1
  return last
}

/** One update on or back from a row. */
export function stepFrom(seq: ArrayLike<number>, row: number, way: 1 | -1): number {
  if (way === 1) return row + 1 < seq.length ? momentOf(seq, row + 1) : momentOf(seq, row)
  let first = row
  while (first > 0 && seq[first - 1] === seq[row]) first -= 1
  return first - 1
}
