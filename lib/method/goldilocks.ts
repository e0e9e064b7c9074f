import type { Target } from '../board/commands/method.ts'
import type { Note } from '../board/snapshot.ts'
import type { Analysis } from './analysis.ts'
import { labelOf } from './emotion.ts'

/** Where the steps stand between rigid and flexible, and what says that it does not fit how much customers vary. */
export interface GoldilocksView {
  /** 1 rigid to 5 flexible. */
  readonly scale: readonly { readonly value: number; readonly steps: number; readonly withExceptions: number }[]
  readonly unsaid: number
  /** Steps with exceptions, the most rigid first. */
  readonly exceptions: readonly Note[]
  /** Rework that nobody dismissed. */
  readonly rework: readonly { readonly target: Target; readonly label: string; readonly cause: string | null }[]
}

/** Flexible just enough, and no more; exceptions and rework loops mask a root cause, and cost most. */
export function goldilocksOf({ flow, rework, projection }: Analysis): GoldilocksView {
  const steps = [...flow.notes.values()].filter(n => n.work).map(n => n.note)
  const odd = (note: Note) => Boolean(note.exceptions?.trim())
  const scale = [1, 2, 3, 4, 5].map(value => {
    const there = steps.filter(note => note.flexibility === value)
    return { value, steps: there.length, withExceptions: there.filter(odd).length }
  })
  return {
    scale,
    unsaid: steps.filter(note => note.flexibility === null).length,
    exceptions: steps.filter(odd).sort((a, b) => (a.flexibility ?? 3) - (b.flexibility ?? 3) || (a.id < b.id ? -1 : 1)),
    rework: rework.flatMap(({ on, id, state }) => {
      const entity = projection[on].get(id)
      if (!entity || state === 'dismissed') return []
      return [{ target: { root: on, id }, label: labelOf(entity, projection), cause: entity.cause }]
    }),
  }
}
