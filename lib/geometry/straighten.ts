import type { Box, Point } from './box.ts'
import { tidy } from './route.ts'
import { runsBehind } from './route-around.ts'

/** px of a piece between two parallel ones from which it is a bend, and below which it is a kink. */
const kink = 12

/**
 * Takes kinks out of the inner part of a course: a piece of less than 12 px between two others that run the same way is
 * taken away by moving one of them, where that leads behind no note. The ends stay where they are.
 */
export function straighten(points: readonly Point[], obstacles: readonly Box[]): readonly Point[] {
  let course = points
  for (let at = 1; at + 2 < course.length; ) {
    const better = without(course, at, obstacles)
    if (!better) at += 1
    else {
      course = better
      at = 1
    }
  }
  return course
}

/** Returns the course without the kink from point `at` to the next one; null: it is none, or has to stay. */
function without(course: readonly Point[], at: number, obstacles: readonly Box[]): Point[] | null {
  const [before, a, b, after] = [course[at - 1], course[at], course[at + 1], course[at + 2]]
  if (!before || !a || !b || !after) return null
  const upright = a.x === b.x
  const [cross, along] = upright ? (['y', 'x'] as const) : (['x', 'y'] as const)
  if (Math.abs(b[cross] - a[cross]) >= kink) return null
  // Both neighbours have to go on in the same direction: else it is a turn back.
  if ((a[along] - before[along]) * (after[along] - b[along]) <= 0) return null
  const moved: [first: number, to: number][] = []
  if (at - 1 > 0) moved.push([at - 1, b[cross]])
  if (at + 2 < course.length - 1) moved.push([at + 1, a[cross]])
  for (const [first, to] of moved) {
    const next = course.map((point, index) =>
      index === first || index === first + 1 ? { ...point, [cross]: to } : point,
    )
    if (!runsBehind(next, obstacles)) return tidy(next)
  }
  return null
}
