import { z } from 'zod'
import type { BoardSnapshot } from '../board/snapshot.ts'
import { analysisOf } from '../method/analysis.ts'
import { laneNameOf } from '../method/points.ts'
import { byVerdict } from '../method/vocabulary.ts'
import { cutText } from '../text/cut.ts'
import { foldings } from '../text/fold.ts'
import type { Figures } from './figures.ts'
import type { Report } from './report.ts'

/** What the library stores of a finished board beside its picture: enough for cards, filters and the portfolio. */
const tally = z.object({ mot: z.number(), bp: z.number(), br: z.number(), total: z.number() })
const figures = z.object({
  points: tally,
  confirmed: z.number(),
  rty: z.number(),
  assumed: z.number(),
  lead: z.number(),
  processing: z.number(),
  cost: z.number(),
  steps: z.number(),
  outsideIn: z.number().nullable(),
  known: z
    .object({ steps: z.number(), rates: z.number(), times: z.number(), costs: z.number(), openShares: z.number() })
    .nullable()
    .default(null),
})
export const summary = z.object({
  promise: z.string(),
  outcome: z.string(),
  before: figures,
  after: figures,
  verdicts: z.object(byVerdict(() => z.number())),
  actions: z.array(
    z.object({ label: z.string(), owner: z.string().nullable(), due: z.string().nullable(), done: z.boolean() }),
  ),
  /** Rules and hand-offs, to find the same one on several boards. */
  patterns: z.array(z.object({ kind: z.enum(['bp', 'br']), label: z.string() })),
})
export type BoardSummary = z.infer<typeof summary>

/** The searchable text of a board. */
export interface BoardText {
  outcome: string
  notes: string
  comments: string
}

export function summaryOf(board: BoardSnapshot, report: Report): BoardSummary {
  const { points, projection } = analysisOf(board, 'as-is')
  const lane = (noteId: string) => laneNameOf(projection.lanes, projection.notes.get(noteId)?.lane ?? null)
  const patterns = points.flatMap(({ kind, entity }): BoardSummary['patterns'] => {
    if (kind === 'br') return entity.text.trim() ? [{ kind, label: cutText(entity.text.trim(), 200) }] : []
    if (kind === 'mot' || !('from' in entity)) return []
    return [{ kind, label: `${lane(entity.from)} → ${lane(entity.to)}` }]
  })
  const first = (question: 'promise' | 'outcome') =>
    report.outcomes.map(outcome => outcome[question].trim()).find(Boolean) ?? ''
  return {
    promise: first('promise'),
    outcome: first('outcome'),
    before: kept(report.before),
    after: kept(report.after),
    verdicts: report.verdicts,
    actions: report.actions.map(({ label, verdictOwner, due, done }) => ({ label, owner: verdictOwner, due, done })),
    patterns: [...new Map(patterns.map(pattern => [`${pattern.kind} ${patternKey(pattern.label)}`, pattern])).values()],
  }
}

/** Of the figures those that the library keeps. */
const kept = (all: Figures): Figures => figures.parse(all)

/** Rules that differ only in capitals or a full stop count as the same. */
export const patternKey = (label: string): string =>
  foldings(label)[0]
    .replace(/[^\p{L}\p{M}\p{N}→]+/gu, ' ')
    .trim()

/** Returns all text of a board, in the parts that a search ranks. */
export function boardText(board: BoardSnapshot): BoardText {
  const outcome = board.outcomes.flatMap(({ id: _id, order: _order, ...questions }) => Object.values(questions))
  const notes = [...board.notes.values()].flatMap(note => [
    note.text,
    ...reasons(note),
    note.system ?? '',
    note.exceptions ?? '',
    ...note.tags,
  ])
  const links = [...board.links.values()].flatMap(link => [link.text, ...reasons(link)])
  const comments = [...board.comments.values()].map(comment => comment.text)
  const join = (texts: readonly string[]) => texts.filter(text => text.trim()).join('\n')
  return { outcome: join(outcome), notes: join([...notes, ...links]), comments: join(comments) }
}

const reasons = (entity: {
  why: string | null
  cause: string | null
  verdictReason: string | null
  improved: string | null
  verdictOwner: string | null
}) => [entity.why, entity.cause, entity.verdictReason, entity.improved, entity.verdictOwner].map(text => text ?? '')
