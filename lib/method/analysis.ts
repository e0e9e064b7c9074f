import type { BoardSnapshot } from '../board/snapshot.ts'
import { actionsOf, type PlannedAction } from './actions.ts'
import { type CrownBalance, crownBalance } from './crown.ts'
import { type EmotionCurve, emotionCurve } from './emotion.ts'
import { type GoldilocksView, goldilocksOf } from './goldilocks.ts'
import { buildingFlow, type FlowGraph } from './graph.ts'
import {
  mainStarts,
  type Numbers,
  numbersFor,
  type OutsideIn,
  outsideIn,
  type ValueShares,
  valueShares,
} from './numbers.ts'
import { inOnePiece, type Once, once, type Parts } from './parts.ts'
import { likelyPaths, type Path } from './paths.ts'
import { type Counts, codesOf, countPoints, type Dismissed, type FailurePoint, findPoints } from './points.ts'
import { type BoardView, type Projection, projecting } from './projection.ts'
import { type Doubt, findOrphans, findRework } from './proposals.ts'
import { type Stakeholder, stakeholdersOf } from './stakeholders.ts'
import { findWarnings, type Warning } from './warnings.ts'
import { type WeakPoint, weakestPoints } from './yield.ts'

/**
 * Everything the method computes about a board in one of its two views. What the wall shows is computed at once; the
 * figures at their first use. Board, report and library read only this.
 */
export interface Analysis {
  readonly view: BoardView
  readonly projection: Projection
  /** The flow without bridges across gaps: only what is on the wall. */
  readonly flow: FlowGraph
  readonly points: readonly FailurePoint[]
  /** By note or link id. */
  readonly pointOf: ReadonlyMap<string, FailurePoint>
  readonly dismissed: readonly Dismissed[]
  readonly counts: Counts
  readonly rework: readonly Doubt[]
  readonly orphans: readonly Doubt[]
  readonly outsideIn: OutsideIn
  /** For one path, or for all of them weighted; gaps count as closed. */
  numbers(path?: Path | null): Numbers
  paths(): readonly Path[]
  weakest(path?: Path | null): readonly WeakPoint[]
  emotion(): EmotionCurve
  crown(): CrownBalance
  values(): ValueShares
  /** In the order of the outcomes of the board. */
  stakeholders(): readonly Stakeholder[]
  warnings(): readonly Warning[]
  goldilocks(): GoldilocksView
  /** About both views. */
  actions(): readonly PlannedAction[]
  /** Computes everything for all paths and for the path with this key; later calls then cost nothing. */
  inParts(key?: string | null): Parts<undefined>
}

/** `asIs`: the analysis whose codes the to-be keeps. */
function* analysing(board: BoardSnapshot, view: BoardView, asIs?: () => Analysis): Parts<Analysis> {
  const projection = yield* projecting(board, view)
  const flow = yield* buildingFlow(projection)
  const { points, dismissed } = yield* findPoints(projection, flow, asIs && codesOf(asIs().points))
  yield
  const pointOf = new Map(points.map(point => [point.id, point]))
  const counts = yield* countPoints(points)
  const rework = yield* findRework(flow)
  const orphans = yield* findOrphans(flow)
  const share = yield* outsideIn(flow)
  const bridged = once(function* () {
    const bridges = projection.gaps.flatMap(gap => gap.bridges)
    return bridges.length > 0 ? yield* buildingFlow(projection, bridges) : flow
  })
  const main = once(() => mainStarts(bridged()))
  const paths = once(function* () {
    const starts = main()
    const found: Path[] = []
    for (const start of starts) found.push(...(yield* likelyPaths(start, Math.max(1, Math.ceil(12 / starts.length)))))
    return found.sort((a, b) => b.share - a.share).slice(0, 12)
  })
  const numbers = byPath(path => numbersFor(bridged(), path ? { path } : { starts: main() }))
  const weakest = byPath(path =>
    weakestPoints(bridged(), path ? [path.start] : main(), path ? { choices: path.choices } : {}),
  )
  const emotion = once(() => emotionCurve(projection, points))
  const crown = once(() => crownBalance(judgedOn(board)))
  const values = once(() => valueShares(flow))
  const stakeholders = once(() => stakeholdersOf(board, flow))
  const goldilocks = once(() => goldilocksOf({ flow, rework, projection }))
  const warnings = once(() => findWarnings(board, analysisOf(board, 'as-is'), analysisOf(board, 'to-be')))
  const actions = once(() => actionsOf(board, analysisOf(board, 'as-is'), analysisOf(board, 'to-be')))
  yield* emotion.inParts()
  return {
    view,
    projection,
    flow,
    points,
    pointOf,
    dismissed,
    counts,
    rework,
    orphans,
    outsideIn: share,
    numbers: (path: Path | null = null) => numbers(path)(),
    paths,
    weakest: (path: Path | null = null) => weakest(path)(),
    emotion,
    crown,
    values,
    stakeholders,
    // Actions and warnings are about both views, and the same in both.
    warnings: () => (view === 'as-is' ? warnings() : analysisOf(board, 'as-is').warnings()),
    actions: () => (view === 'as-is' ? actions() : analysisOf(board, 'as-is').actions()),
    goldilocks,
    *inParts(key: string | null = null): Parts<undefined> {
      yield* bridged.inParts()
      yield* main.inParts()
      const asked = (yield* paths.inParts()).find(path => path.key === key)
      for (const path of asked ? [null, asked] : [null]) {
        yield* numbers(path).inParts()
        yield* weakest(path).inParts()
      }
      for (const rest of [crown, values, stakeholders, goldilocks]) yield* rest.inParts()
      if (view === 'as-is') for (const both of [warnings, actions]) yield* both.inParts()
    },
  }
}

/** Results for all paths together (null), and for each path that is requested. */
function byPath<T>(make: (path: Path | null) => Parts<T>): (path: Path | null) => Once<T> {
  const made = new Map<string | null, Once<T>>()
  return path => {
    const key = path?.key ?? null
    const known = made.get(key) ?? once(() => make(path))
    made.set(key, known)
    return known
  }
}

function* judgedOn(board: BoardSnapshot) {
  for (const note of board.notes.values()) if (note.place === 'wall') yield note
  yield* board.links.values()
}

interface Kept {
  version: number
  views: Partial<Record<BoardView, Analysis>>
}
const kept = new WeakMap<BoardSnapshot, Kept>()

/** Returns the analysis of a board at its present version; cached until the board changes. */
export function analysisOf(board: BoardSnapshot & { readonly version?: number }, view: BoardView): Analysis {
  const version = board.version ?? 0
  let known = kept.get(board)
  if (!known || known.version !== version) {
    known = { version, views: {} }
    kept.set(board, known)
  }
  known.views[view] ??= inOnePiece(
    analysing(board, view, view === 'to-be' ? () => analysisOf(board, 'as-is') : undefined),
  )
  return known.views[view]
}

/** Both views of one version of a board. */
export interface BothViews {
  readonly version: number
  readonly asIs: Analysis
  readonly toBe: Analysis
}

/** Analyses both views of the board as it is at the start, even if it changes meanwhile; without the figures. */
export function* analyseInParts(board: BoardSnapshot & { readonly version?: number }): Parts<BothViews> {
  const version = board.version ?? 0
  const still = stillOf(board)
  const asIs = yield* analysing(still, 'as-is')
  const toBe = yield* analysing(still, 'to-be', () => asIs)
  const views = { 'as-is': asIs, 'to-be': toBe }
  kept.set(still, { version: 0, views })
  if ((board.version ?? 0) === version) kept.set(board, { version, views })
  return { version, asIs, toBe }
}

/** A copy of the present board: entities are immutable, so only the lists are copied. */
const stillOf = (board: BoardSnapshot): BoardSnapshot => ({
  notes: new Map(board.notes),
  links: new Map(board.links),
  lanes: board.lanes,
  groups: new Map(board.groups),
  views: board.views,
  outcomes: board.outcomes,
  comments: new Map(board.comments),
  stage: board.stage,
  damaged: board.damaged,
})
