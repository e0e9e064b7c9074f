import { type Mark, sameList } from '#components/board/state/decorations.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import { type Parts, pacer } from '#lib/method/parts.ts'
import type { FailurePoint } from '#lib/method/points.ts'
import { verdictWords, points as words } from '#lib/method/vocabulary.ts'

/** Returns a point's description in one line, for tooltips and screen readers. */
const titleOf = ({ code, kind, state, why }: Pick<FailurePoint, 'code' | 'kind' | 'state' | 'why'>): string =>
  `${words[kind].name} ${code}${state === 'proposed' ? `, proposed. ${why ?? ''}` : ''}`.trim()

/** Exceptions mask a root cause: they are shown, with how rigid the step is. */
const titleOfExceptions = ({ exceptions, flexibility }: Note): string =>
  `Exceptions${flexibility === null ? '' : `, at a step ${flexibility} of 5 flexible`}: ${exceptions?.trim()}`

/** Stamps by note or link id. */
export type Marks = ReadonlyMap<string, readonly Mark[]>

/**
 * Stamps of one view: points of failure, verdicts, and the questions nobody has answered. `silent`: without what nobody
 * has confirmed.
 */
export function* marksOf({ points, rework, orphans, projection }: Analysis, silent = false): Parts<Marks> {
  const pause = pacer()
  const marks = new Map<string, Mark[]>()
  const add = (id: string, mark: Mark) => {
    if (silent && mark.proposed) return
    const there = marks.get(id)
    if (there) there.push(mark)
    else marks.set(id, [mark])
  }
  for (const point of points) {
    if (pause()) yield
    add(point.id, {
      key: 'point',
      label: point.code,
      title: titleOf(point),
      paper: words[point.kind].paper,
      ...(point.state === 'proposed' ? { proposed: true } : {}),
    })
  }
  for (const { id, state } of rework)
    if (state !== 'dismissed')
      add(id, {
        key: 'rework',
        label: '↺',
        title: state === 'proposed' ? 'Rework? This goes back to an earlier step.' : 'Rework',
        paper: 'amber',
        ...(state === 'proposed' ? { proposed: true } : {}),
      })
  for (const { id, state } of orphans) {
    if (pause()) yield
    if (state !== 'dismissed')
      add(id, {
        key: 'orphan',
        label: '?',
        title: state === 'proposed' ? 'Why do we do this? It leads to no outcome.' : 'Serves no outcome',
        paper: 'lilac',
        ...(state === 'proposed' ? { proposed: true } : {}),
      })
  }
  const judged = ({ id, verdict, verdictReason }: Note | Link) => {
    if (!verdict) return
    const reason = verdictReason?.trim() ? `: ${verdictReason.trim()}` : ''
    add(id, {
      key: 'verdict',
      label: verdictWords[verdict].sign,
      title: `${verdictWords[verdict].name}${reason}`,
      paper: 'white',
    })
  }
  for (const note of projection.notes.values()) {
    if (pause()) yield
    if (note.place !== 'wall') continue
    if (note.exceptions?.trim())
      add(note.id, { key: 'exceptions', label: '!', title: titleOfExceptions(note), paper: 'amber' })
    judged(note)
  }
  for (const link of projection.links.values()) {
    if (pause()) yield
    judged(link)
  }
  return marks
}

/** Returns what must change so that the second stamps replace the first; an empty list removes an entity's stamps. */
export function* changesBetween(shown: Marks, marks: Marks): Parts<Map<string, readonly Mark[]>> {
  const pause = pacer()
  const changes = new Map<string, readonly Mark[]>()
  for (const [id, list] of marks) {
    if (pause()) yield
    if (!sameList(shown.get(id), list)) changes.set(id, list)
  }
  for (const id of shown.keys()) {
    if (pause()) yield
    if (!marks.has(id)) changes.set(id, [])
  }
  return changes
}
