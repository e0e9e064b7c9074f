import type { BoardSnapshot, Link, Note } from '../board/snapshot.ts'
import type { Analysis } from './analysis.ts'
import type { Target } from './commands/method.ts'
import { impactOf } from './crown.ts'
import { momentLabel } from './emotion.ts'
import { type Parts, pacer } from './parts.ts'
import type { FailurePoint } from './points.ts'
import { type ActingVerdict, acts } from './vocabulary.ts'

/** An Eliminate or Improve verdict as something to do. */
export interface PlannedAction {
  readonly target: Target
  readonly entity: Note | Link
  readonly verdict: ActingVerdict
  /** M1, B2, R3; null for a step that is not itself a point of failure. */
  readonly code: string | null
  readonly label: string
  /** −3 to +3, see `impactOf`. */
  readonly impact: number
  readonly done: boolean
}

/** Yields all actions: open ones first, by due date, those without a date last; then finished ones. */
export function* actionsOf(board: BoardSnapshot, asIs: Analysis, toBe: Analysis): Parts<PlannedAction[]> {
  const pause = pacer()
  const actions: PlannedAction[] = []
  const add = (root: Target['root'], entity: Note | Link) => {
    const { verdict } = entity
    if (!acts(verdict)) return
    actions.push({
      target: { root, id: entity.id },
      entity,
      verdict,
      code: (asIs.pointOf.get(entity.id) ?? toBe.pointOf.get(entity.id))?.code ?? null,
      label: momentLabel(entity, board),
      impact: impactOf(entity),
      done: entity.progress === 'done',
    })
  }
  for (const note of board.notes.values()) {
    if (pause()) yield
    if (note.place === 'wall') add('notes', note)
  }
  for (const link of board.links.values()) {
    if (pause()) yield
    if (board.notes.has(link.from) && board.notes.has(link.to)) add('links', link)
  }
  yield
  return actions.sort(byUrgency)
}

const last = '9999'
function byUrgency(a: PlannedAction, b: PlannedAction): number {
  if (a.done !== b.done) return a.done ? 1 : -1
  const [x, y] = [a.entity.due ?? last, b.entity.due ?? last]
  return x < y ? -1 : x > y ? 1 : a.label.localeCompare(b.label, 'en') || (a.target.id < b.target.id ? -1 : 1)
}

/** Dots that a note or link got in all closed votes together. */
export const dotsOn = (entity: Note | Link): number =>
  'votes' in entity ? Object.values(entity.votes).reduce((sum, dots) => sum + dots, 0) : 0

/** The points of failure in the order in which they are decided: most dots first, then by number. */
export const byDots = ({ points }: Analysis): FailurePoint[] =>
  points.toSorted((a, b) => dotsOn(b.entity) - dotsOn(a.entity))

/** Points of failure that nobody has judged yet, in the order in which they are decided. */
export const undecidedOf = (analysis: Analysis): FailurePoint[] =>
  byDots(analysis).filter(({ entity }) => entity.verdict === null)

/** The undecided point to go on to after this one: behind it in the order, else from the beginning; null: none is left. */
export function undecidedAfter(analysis: Analysis, id: string): FailurePoint | null {
  const order = byDots(analysis)
  const at = order.findIndex(point => point.id === id)
  const behind = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]
  return behind.find(({ entity }) => entity.verdict === null) ?? null
}
