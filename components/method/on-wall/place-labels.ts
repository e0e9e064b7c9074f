import type { Feeling } from '#lib/method/emotion.ts'

interface Label {
  readonly stop: Pick<Feeling, 'id' | 'x' | 'feeling'>
  readonly text: string
  /** Is written even where another one has to give way. */
  readonly always: boolean
}
/** Where a label is written, px on the wall. */
interface Place {
  readonly from: number
  readonly to: number
  readonly anchor: 'start' | 'end'
}

/** px on the wall: one character of the handwriting, at most, and how far a label begins from the middle of its stop. */
const [character, shift] = [11, -6]
const apart = 8

/**
 * Which stops of the emotion curve get their label, so that none is written over another: to the right of its stop, else
 * to the left, else not at all; those that must be written first. Bad stops have theirs below, the others above.
 */
export function placeLabels<L extends Label>(labels: readonly L[]): (L & Place)[] {
  const placed: (L & Place)[] = []
  const free = (label: L, { from, to }: Place) =>
    placed.every(
      one => one.stop.feeling < 0 !== label.stop.feeling < 0 || one.to + apart < from || one.from - apart > to,
    )
  for (const label of [...labels].sort((a, b) => Number(b.always) - Number(a.always))) {
    const { x } = label.stop
    const width = label.text.length * character
    const right: Place = { from: x + shift, to: x + shift + width, anchor: 'start' }
    const left: Place = { from: x - shift - width, to: x - shift, anchor: 'end' }
    if (free(label, right)) placed.push({ ...label, ...right })
    else if (label.always || free(label, left)) placed.push({ ...label, ...left })
  }
  return placed
}
