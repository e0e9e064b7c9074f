import type { FailureFields } from '../board/schema.ts'
import type { BoardSnapshot, Comment, Made, Outcome } from '../board/snapshot.ts'
import { type Analysis, analysisOf } from '../method/analysis.ts'
import type { CrownBalance } from '../method/crown.ts'
import { type FeltMoment, feltMoments, momentLabel } from '../method/emotion.ts'
import { type FailurePoint, laneNameOf, laneOf } from '../method/points.ts'
import { type ByVerdict, byVerdict, points as words } from '../method/vocabulary.ts'
import { narrowingAlong } from '../method/yield.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type MoreFigures, moreFiguresOf } from './figures.ts'

/**
 * The results of a board, as plain data: the report, the library, the comparison and every file (XLSX, CSV, Markdown)
 * show only this, so that they cannot differ.
 */
export interface Report {
  readonly outcomes: readonly Outcome[]
  /** The steps that serve each of several stakeholders; empty for one. */
  readonly served: readonly Served[]
  readonly before: MoreFigures
  readonly after: MoreFigures
  /** Counts of the as-is points. */
  readonly verdicts: Readonly<ByVerdict<number>>
  /** Of the as-is, in reading order. */
  readonly points: readonly ReportPoint[]
  /** Points of the to-be only. */
  readonly newPoints: readonly ReportPoint[]
  /** Open ones first, by date; then finished ones. */
  readonly actions: readonly ReportAction[]
  readonly crown: CrownBalance
  /** The customer's feelings along the as-is. */
  readonly feelings: readonly FeltMoment[]
  /**
   * Steps of the likeliest path of the as-is: their first-time-right, and the share without failure before and after
   * each.
   */
  readonly path: readonly { label: string; rate: number; stated: boolean; before: number; after: number }[]
  readonly threads: readonly ReportThread[]
  readonly parked: readonly string[]
  readonly warnings: readonly { message: string; because: string }[]
}

/** Steps that serve a stakeholder's outcome; null: none of theirs is on the wall. */
export interface Served {
  /** Of the outcome. */
  readonly id: string
  readonly before: { readonly serving: number | null; readonly steps: number }
  readonly after: { readonly serving: number | null; readonly steps: number }
}

type Judged = Pick<
  FailureFields,
  'verdict' | 'verdictReason' | 'verdictOwner' | 'improved' | 'effort' | 'due' | 'crown'
>

export interface ReportPoint extends Judged, Pick<FailureFields, 'why' | 'since' | 'feeling' | 'cause'> {
  readonly code: string
  readonly kind: FailurePoint['kind']
  readonly state: FailurePoint['state']
  readonly label: string
  readonly lane: string
  readonly seen: Seen
  readonly done: boolean
}

/** The views that contain something: as-is, to-be, or both. */
export type Seen = 'both' | 'as-is' | 'to-be'

/** An Eliminate or Improve verdict on anything on the wall. */
export interface ReportAction extends Judged {
  readonly code: string | null
  /** The kind of point of failure, else the kind of note, else a link. */
  readonly what: string
  readonly label: string
  readonly lane: string
  readonly done: boolean
}

export interface ReportThread {
  readonly on: string | null
  readonly text: string
  readonly author: string | null
  readonly resolved: boolean
  readonly answers: readonly { text: string; author: string | null; accepted: boolean }[]
}

/** Computes the report of a board; `authorName` returns null where names are left out. */
export function reportOf(board: BoardSnapshot, authorName: (made: Made) => string | null): Report {
  const asIs = analysisOf(board, 'as-is')
  const toBe = analysisOf(board, 'to-be')
  const keyOf = ({ kind, id }: FailurePoint) => `${kind}/${id}`
  const [before, after] = [asIs, toBe].map(({ points }) => new Set(points.map(keyOf)))
  return {
    outcomes: board.outcomes.filter(said),
    served: servedIn(asIs, toBe),
    before: moreFiguresOf(asIs),
    after: moreFiguresOf(toBe),
    verdicts: verdictCounts(asIs.points),
    points: asIs.points.map(point => told(point, asIs, after?.has(keyOf(point)) ? 'both' : 'as-is')),
    newPoints: toBe.points.filter(point => !before?.has(keyOf(point))).map(point => told(point, toBe, 'to-be')),
    actions: actionsIn(asIs, toBe),
    crown: asIs.crown(),
    feelings: feltMoments(asIs.emotion()),
    path: narrowingAlong(asIs.paths()[0]?.notes ?? []).map(({ note, rate, stated, before, after }) => ({
      label: note.note.text.trim() || 'Untitled',
      rate,
      stated,
      before,
      after,
    })),
    threads: threadsOf(board, authorName),
    parked: [...board.notes.values()]
      .filter(note => note.place === 'parking' && note.text.trim())
      .map(note => note.text),
    warnings: asIs.warnings().map(({ message, because }) => ({ message, because })),
  }
}

const told = (point: FailurePoint, { projection }: Analysis, seen: Seen): ReportPoint => ({
  code: point.code,
  kind: point.kind,
  state: point.state,
  label: momentLabel(point.entity, projection),
  lane: laneNameOf(projection.lanes, point.lane),
  seen,
  why: point.entity.why,
  since: point.entity.since,
  feeling: point.entity.feeling,
  cause: point.entity.cause,
  ...judgement(point.entity),
  done: point.entity.progress === 'done',
})

const said = ({ id: _id, order: _order, ...questions }: Outcome) => Object.values(questions).some(text => text.trim())

function servedIn(asIs: Analysis, toBe: Analysis): Served[] {
  const before = asIs.stakeholders()
  if (before.length < 2) return []
  return toBe.stakeholders().flatMap(({ id, serving, steps }, index) => {
    const was = before[index]
    return was ? [{ id, before: { serving: was.serving, steps: was.steps }, after: { serving, steps } }] : []
  })
}

const judgement = (of: Judged): Judged => ({
  verdict: of.verdict,
  verdictReason: of.verdictReason,
  verdictOwner: of.verdictOwner,
  improved: of.improved,
  effort: of.effort,
  due: of.due,
  crown: of.crown,
})

function verdictCounts(points: readonly FailurePoint[]): ByVerdict<number> {
  const counts = byVerdict(() => 0)
  for (const { entity } of points) counts[entity.verdict ?? 'undecided'] += 1
  return counts
}

function actionsIn(asIs: Analysis, toBe: Analysis): ReportAction[] {
  return asIs.actions().map(({ entity, code, label, done }) => {
    const { projection, pointOf } = entity.version === 'to-be' ? toBe : asIs
    const kind = pointOf.get(entity.id)?.kind
    const what = kind ? words[kind].name : 'from' in entity ? 'Link' : noteKind(entity.kind).label
    const lane = laneNameOf(projection.lanes, pointOf.get(entity.id)?.lane ?? laneOf(entity, projection))
    return { code, what, label, lane, ...judgement(entity), done }
  })
}

function threadsOf(board: BoardSnapshot, authorName: (made: Made) => string | null): ReportThread[] {
  const comments = [...board.comments.values()].filter(comment => comment.text.trim())
  const answers = Map.groupBy(
    comments.filter(comment => comment.parent !== null),
    comment => comment.parent ?? '',
  )
  const on = (comment: Comment) => {
    const entity = comment.on === null ? undefined : (board.notes.get(comment.on) ?? board.links.get(comment.on))
    return entity ? momentLabel(entity, board) : null
  }
  return comments
    .filter(comment => comment.parent === null)
    .map(comment => ({
      on: on(comment),
      text: comment.text,
      author: authorName(comment.made),
      resolved: comment.resolved,
      answers: (answers.get(comment.id) ?? []).map(answer => ({
        text: answer.text,
        author: authorName(answer.made),
        accepted: answer.accepted,
      })),
    }))
}
