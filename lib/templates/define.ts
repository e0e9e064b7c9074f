import type { BoardPlan, BoardPlanInput } from '../board/plan.ts'
import { boardPlan } from '../board/plan.ts'
import type { Lane } from '../board/snapshot.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'

/** A board to begin from: one file here and one line in index.ts. */
export interface Template {
  id: string
  /** The title that a board made from it gets. */
  title: string
  /** What is on it, in one line. */
  summary: string
  plan: BoardPlan
}

type PlanNote = NonNullable<BoardPlanInput['notes']>[number]
type PlanLink = NonNullable<BoardPlanInput['links']>[number]
type PlanOutcome = NonNullable<BoardPlanInput['outcomes']>[number]
type Details<T> = Omit<T, 'id' | 'kind' | 'text' | 'x' | 'y' | 'lane' | 'from' | 'to'>

interface GridLane {
  id: string
  name: string
  actor: Lane['actor']
}
type GridNote = {
  lane: string
  col: number
  row: number
  kind: NoteKindId
  id: string
  text: string
} & Details<PlanNote>
type GridLink = { from: string; to: string; text?: string } & Details<PlanLink>

/** px: one column or row of notes of the usual size, and the margin at a lane's left and top for its heading. */
const pitch = { x: 216, y: 136 }
const margin = { x: 120, top: 56, bottom: 72 }

/** A note on a column and a row of a lane. */
export const at =
  (lane: string, col: number, row = 0) =>
  (kind: NoteKindId, id: string, text: string, details: Details<PlanNote> = {}): GridNote => ({
    ...details,
    lane,
    col,
    row,
    kind,
    id,
    text,
  })

/** A link from one note to the next; the details describe the crossing. */
export const link = (from: string, to: string, details: Omit<GridLink, 'from' | 'to'> = {}): GridLink => ({
  ...details,
  from,
  to,
})

/** Lays a template out on its grid; throws ZodError for a field that the schema does not accept. */
export function defineTemplate(template: {
  id: string
  title: string
  summary: string
  /** From top to bottom, the customer's first. */
  lanes: readonly GridLane[]
  notes?: readonly GridNote[]
  links?: readonly GridLink[]
  /** The first is the customer's own; more are other stakeholders'. */
  outcomes?: readonly Omit<PlanOutcome, 'id'>[]
}): Template {
  const { id, title, summary, notes = [], links = [], outcomes = [{}] } = template
  let top = 0
  const lanes = template.lanes.map(lane => {
    const rows = 1 + Math.max(0, ...notes.filter(note => note.lane === lane.id).map(note => note.row))
    const placed = { ...lane, top, height: margin.top + rows * pitch.y - 24 + margin.bottom }
    top += placed.height
    return placed
  })
  const topOf = (laneId: string) => lanes.find(lane => lane.id === laneId)?.top ?? 0
  const plan = {
    lanes: lanes.map(({ top: _, ...lane }) => lane),
    notes: notes.map(({ col, row, ...note }) => ({
      ...note,
      x: margin.x + col * pitch.x,
      y: topOf(note.lane) + margin.top + row * pitch.y,
    })),
    links: links.map(one => ({ ...one, id: `${one.from}-${one.to}` })),
    outcomes: outcomes.map((outcome, index) => ({ ...outcome, id: index === 0 ? 'main' : `outcome-${index + 1}` })),
  }
  return { id, title, summary, plan: boardPlan.parse(plan) }
}
