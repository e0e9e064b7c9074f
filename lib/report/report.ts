import type { BoardSnapshot, Comment, FailureFields, Link, Made, Note, Outcome } from '../board/snapshot.ts'
import { type Analysis, analysisOf } from '../method/analysis.ts'
import type { CrownBalance } from '../method/crown.ts'
import { type FeltMoment, feltMoments, labelOf } from '../method/emotion.ts'
import { laneNameOf, type Point } from '../method/points.ts'
import { narrowingAlong } from '../method/yield.ts'
import { type Figures, figuresOf } from './figures.ts'

/** What a board comes to, as plain data: the report, the library and the comparison show this and nothing else. */
export interface Report {
  readonly outcomes: readonly Outcome[]
  /** What serves each of several stakeholders; empty where there is one. */
  readonly served: readonly Served[]
  readonly before: Figures
  readonly after: Figures
  readonly verdicts: VerdictCounts
  readonly points: readonly ReportPoint[]
  readonly actions: readonly ReportAction[]
  readonly crown: CrownBalance
  /** The customer's feelings along the as-is. */
  readonly feelings: readonly FeltMoment[]
  /** Steps of the likeliest path of the as-is: their first-time-right, and what is still right before and after each. */
  readonly path: readonly { label: string; rate: number; stated: boolean; before: number; after: number }[]
  readonly threads: readonly Thread[]
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

interface VerdictCounts {
  readonly eliminate: number
  readonly improve: number
  readonly keep: number
  readonly undecided: number
}

type Judged = Pick<
  FailureFields,
  'verdict' | 'verdictReason' | 'verdictOwner' | 'improved' | 'effort' | 'due' | 'crown'
>

export interface ReportPoint extends Judged, Pick<FailureFields, 'why' | 'since' | 'feeling' | 'cause'> {
  readonly code: string
  readonly kind: Point['kind']
  readonly state: Point['state']
  readonly label: string
  readonly lane: string
  readonly done: boolean
}

/** An Eliminate or Improve verdict on anything on the wall. */
export interface ReportAction extends Judged {
  readonly code: string | null
  readonly label: string
  readonly done: boolean
}

export interface Thread {
  readonly on: string | null
  readonly text: string
  readonly author: string | null
  readonly resolved: boolean
  readonly answers: readonly { text: string; author: string | null; accepted: boolean }[]
}

/** Reads a whole board into its report; `authorName` answers null where nobody is to be named. */
export function reportOf(board: BoardSnapshot, authorName: (made: Made) => string | null): Report {
  const asIs = analysisOf(board, 'as-is')
  const toBe = analysisOf(board, 'to-be')
  const codes = new Map([...toBe.points, ...asIs.points].map(point => [point.id, point.code]))
  return {
    outcomes: board.outcomes.filter(said),
    served: servedIn(asIs, toBe),
    before: figuresOf(asIs),
    after: figuresOf(toBe),
    verdicts: verdictCounts(asIs.points),
    points: asIs.points.map(point => ({
      code: point.code,
      kind: point.kind,
      state: point.state,
      label: labelOf(point.entity, asIs.projection),
      lane: laneNameOf(asIs.projection.lanes, point.lane),
      why: point.entity.why,
      since: point.entity.since,
      feeling: point.entity.feeling,
      cause: point.entity.cause,
      ...judgement(point.entity),
      done: point.entity.progress === 'done',
    })),
    actions: actionsOf(board, asIs, codes),
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

function verdictCounts(points: readonly Point[]): VerdictCounts {
  const counts = { eliminate: 0, improve: 0, keep: 0, undecided: 0 }
  for (const { entity } of points) counts[entity.verdict ?? 'undecided'] += 1
  return counts
}

/** In the order of their dates, those without one last. */
function actionsOf(board: BoardSnapshot, { projection }: Analysis, codes: ReadonlyMap<string, string>): ReportAction[] {
  const acts = (entity: Note | Link) => entity.verdict === 'eliminate' || entity.verdict === 'improve'
  return [...[...board.notes.values()].filter(note => note.place === 'wall'), ...board.links.values()]
    .filter(acts)
    .map(entity => ({
      code: codes.get(entity.id) ?? null,
      label: labelOf(entity, projection),
      ...judgement(entity),
      done: entity.progress === 'done',
    }))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.label.localeCompare(b.label))
}

function threadsOf(board: BoardSnapshot, authorName: (made: Made) => string | null): Thread[] {
  const comments = [...board.comments.values()].filter(comment => comment.text.trim())
  const answers = Map.groupBy(
    comments.filter(comment => comment.parent !== null),
    comment => comment.parent ?? '',
  )
  const on = (comment: Comment) => {
    const entity = comment.on === null ? undefined : (board.notes.get(comment.on) ?? board.links.get(comment.on))
    return entity ? labelOf(entity, board) : null
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
