import type { Mark } from '#components/board/state/adornments.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import type { Fate } from '#components/board/state/seen.ts'
import { everything, type Lens } from '#components/board/state/spatial-index.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Point } from '#lib/method/points.ts'
import type { PointKind } from '#lib/method/proposals.ts'
import type { PaperId } from '#lib/notes/papers.ts'
import type { MethodNow, MethodStore } from './method-store.ts'

export const kindNames = { mot: 'Moment of Truth', bp: 'Break Point', br: 'Business Rule' } as const satisfies Record<
  PointKind,
  string
>
const kindPapers = { mot: 'red', bp: 'blue', br: 'green' } as const satisfies Record<PointKind, PaperId>
const verdictMarks = { eliminate: '✕', improve: '↑', keep: '✓' } as const
const verdictNames = { eliminate: 'Eliminate', improve: 'Improve', keep: 'Keep' } as const

/** What a point is, in one line, for tooltips and screen readers. */
export const titleOf = ({ code, kind, state, why }: Pick<Point, 'code' | 'kind' | 'state' | 'why'>): string =>
  `${kindNames[kind]} ${code}${state === 'proposed' ? `, proposed. ${why ?? ''}` : ''}`.trim()

/** Exceptions mask a root cause: they are shown, with how rigid the step is. */
const titleOfExceptions = ({ exceptions, flexibility }: Note): string =>
  `Exceptions${flexibility === null ? '' : `, at a step ${flexibility} of 5 flexible`}: ${exceptions?.trim()}`

/** Stamps of one view: points of failure, verdicts, and the questions nobody has answered. */
export function marksOf({ points, rework, orphans, projection }: Analysis): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const add = (id: string, mark: Mark) => {
    const there = marks.get(id)
    if (there) there.push(mark)
    else marks.set(id, [mark])
  }
  for (const point of points)
    add(point.id, {
      key: 'point',
      label: point.code,
      title: titleOf(point),
      paper: kindPapers[point.kind],
      ...(point.state === 'proposed' ? { proposed: true } : {}),
    })
  for (const { id, state } of rework)
    if (state !== 'dismissed')
      add(id, {
        key: 'rework',
        label: '↺',
        title: state === 'proposed' ? 'Rework? This goes back to an earlier step.' : 'Rework',
        paper: 'amber',
        ...(state === 'proposed' ? { proposed: true } : {}),
      })
  for (const { id, state } of orphans)
    if (state !== 'dismissed')
      add(id, {
        key: 'orphan',
        label: '?',
        title: state === 'proposed' ? 'Why do we do this? It leads to no outcome.' : 'Serves no outcome',
        paper: 'lilac',
        ...(state === 'proposed' ? { proposed: true } : {}),
      })
  const judged = ({ id, verdict, verdictReason }: Note | Link) => {
    if (!verdict) return
    const reason = verdictReason?.trim() ? `: ${verdictReason.trim()}` : ''
    add(id, {
      key: 'verdict',
      label: verdictMarks[verdict],
      title: `${verdictNames[verdict]}${reason}`,
      paper: 'white',
    })
  }
  for (const note of projection.notes.values()) {
    if (note.place !== 'wall') continue
    if (note.exceptions?.trim())
      add(note.id, { key: 'exceptions', label: '!', title: titleOfExceptions(note), paper: 'amber' })
    judged(note)
  }
  for (const link of projection.links.values()) judged(link)
  return marks
}

function fatesOf({ toBe }: MethodNow): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const id of toBe.projection.eliminated) fates.set(id, { kind: 'eliminated' })
  for (const id of toBe.projection.improved) {
    const text = toBe.projection.notes.get(id)?.text
    fates.set(id, text === undefined ? { kind: 'improved' } : { kind: 'improved', text })
  }
  for (const id of toBe.projection.added) fates.set(id, { kind: 'added' })
  return fates
}

function lensOf(view: 'as-is' | 'to-be'): Lens {
  const shows = ({ version, verdict }: Note | Link) =>
    view === 'as-is' ? version !== 'to-be' : version !== 'as-is' && verdict !== 'eliminate'
  return { id: view, shows, showsLink: shows }
}
const lenses = { asIs: lensOf('as-is'), toBe: lensOf('to-be') }

/** What is on the wall at a place of the slider: each end without what the other one has alone, both in between. */
const lensAt = (seen: number): Lens => (seen <= 0 ? lenses.asIs : seen >= 1 ? lenses.toBe : everything)

/** Keeps stamps, fates and what is shown on the wall as the method and the slider say. Returns its end. */
export function feedWall(board: BoardState, method: MethodStore): () => void {
  let shown: { analysis: Analysis | null; lens: Lens } = { analysis: null, lens: everything }
  const apply = () => {
    const now = method.get()
    const analysis = board.seen.view === 'as-is' ? now.asIs : now.toBe
    const lens = lensAt(board.seen.get())
    if (analysis !== shown.analysis) {
      board.seen.setFates(fatesOf(now))
      board.marks.set('method', marksOf(analysis))
    }
    if (lens !== shown.lens) {
      board.index.setLens(lens)
      board.selection.keepOnly({ note: board.index.has, link: id => board.links.has(id), lane: () => true })
    }
    shown = { analysis, lens }
  }
  apply()
  let callOff = () => {}
  // Not together with what the panels do about it.
  const later = () => {
    callOff()
    callOff = whenIdle(apply, 250)
  }
  const stops = [method.subscribe(later), board.seen.subscribe(apply)]
  return () => {
    for (const stop of stops) stop()
    callOff()
    board.marks.set('method', new Map())
    board.index.setLens(everything)
  }
}
