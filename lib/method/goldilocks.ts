import type { Note } from '../board/snapshot.ts'
import type { Analysis } from './analysis.ts'
import type { Target } from './commands/method.ts'
import { momentLabel } from './emotion.ts'
import { type Parts, pacer } from './parts.ts'

/** How rigid or flexible the steps are, and the signs that this does not fit how much customers vary. */
export interface GoldilocksView {
  /** 1 rigid to 5 flexible. */
  readonly scale: readonly { readonly value: number; readonly steps: number; readonly withExceptions: number }[]
  readonly unsaid: number
  /** Steps with exceptions, the most rigid first. */
  readonly exceptions: readonly Note[]
  /** Rework loops that nobody dismissed. */
  readonly rework: readonly { readonly target: Target; readonly label: string; readonly cause: string | null }[]
}

/**
 * Computes the view: the process should be just flexible enough; exceptions and rework loops mask a root cause, and
 * cost most.
 */
export function* goldilocksOf({
  flow,
  rework,
  projection,
}: Pick<Analysis, 'flow' | 'rework' | 'projection'>): Parts<GoldilocksView> {
  const pause = pacer()
  const scale = [1, 2, 3, 4, 5].map(value => ({ value, steps: 0, withExceptions: 0 }))
  const exceptions: Note[] = []
  let unsaid = 0
  for (const { note, work } of flow.notes.values()) {
    if (pause()) yield
    if (!work) continue
    const place = scale.find(({ value }) => value === note.flexibility)
    const odd = Boolean(note.exceptions?.trim())
    if (note.flexibility === null) unsaid += 1
    if (place) place.steps += 1
    if (place && odd) place.withExceptions += 1
    if (odd) exceptions.push(note)
  }
  yield
  return {
    scale,
    unsaid,
    exceptions: exceptions.sort((a, b) => (a.flexibility ?? 3) - (b.flexibility ?? 3) || (a.id < b.id ? -1 : 1)),
    rework: rework.flatMap(({ on, id, state }) => {
      const entity = projection[on].get(id)
      if (!entity || state === 'dismissed') return []
      return [{ target: { root: on, id }, label: momentLabel(entity, projection), cause: entity.cause }]
    }),
  }
}
