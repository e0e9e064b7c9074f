import { type ByVerdict, byVerdict } from '../method/vocabulary.ts'
import { type BoardSummary, patternKey } from './summary.ts'

/** One finished board, as the portfolio counts it. */
export interface Counted {
  id: string
  title: string
  finishedAt: number
  seriesId: string
  summary: BoardSummary
}

export interface Portfolio {
  boards: number
  /** Sums over the newest board of each series: a process is counted once. */
  verdicts: ByVerdict<number>
  points: { before: number; after: number }
  actions: { open: number; overdue: number; done: number }
  /** Months in which boards were finished, the oldest first: points of failure per board, before and after. */
  trend: { month: string; boards: number; before: number; after: number }[]
  /** Rules and hand-offs that are on more than one process. */
  repeated: { kind: 'bp' | 'br'; label: string; on: { id: string; title: string }[] }[]
  /** Open actions, the most overdue first. */
  due: { boardId: string; title: string; label: string; owner: string | null; due: string | null; overdue: boolean }[]
}

/** `today` as YYYY-MM-DD. */
export function portfolioOf(boards: readonly Counted[], today: string): Portfolio {
  const newest = [...new Map(boards.map(board => [board.seriesId, board])).values()]
  const sum = (of: (summary: BoardSummary) => number) => newest.reduce((total, { summary }) => total + of(summary), 0)
  const due = newest
    .flatMap(({ id, title, summary }) =>
      summary.actions
        .filter(action => !action.done)
        .map(({ label, owner, due }) => ({
          boardId: id,
          title,
          label,
          owner,
          due,
          overdue: due !== null && due < today,
        })),
    )
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  return {
    boards: boards.length,
    verdicts: byVerdict(verdict => sum(one => one.verdicts[verdict])),
    points: { before: sum(one => one.before.points.total), after: sum(one => one.after.points.total) },
    actions: {
      open: due.length,
      overdue: due.filter(action => action.overdue).length,
      done: sum(one => one.actions.filter(action => action.done).length),
    },
    trend: trendOf(boards),
    repeated: repeatedOn(newest),
    due,
  }
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

function trendOf(boards: readonly Counted[]): Portfolio['trend'] {
  const months = Map.groupBy(boards, board => new Date(board.finishedAt).toISOString().slice(0, 7))
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, those]) => ({
      month,
      boards: those.length,
      before: mean(those.map(({ summary }) => summary.before.points.total)),
      after: mean(those.map(({ summary }) => summary.after.points.total)),
    }))
}

function repeatedOn(boards: readonly Counted[]): Portfolio['repeated'] {
  const found = new Map<string, Portfolio['repeated'][number]>()
  for (const { id, title, summary } of boards)
    for (const { kind, label } of summary.patterns) {
      const key = `${kind} ${patternKey(label)}`
      const known = found.get(key) ?? { kind, label, on: [] }
      known.on.push({ id, title })
      found.set(key, known)
    }
  return [...found.values()]
    .filter(({ on }) => on.length > 1)
    .sort((a, b) => b.on.length - a.on.length || a.label.localeCompare(b.label))
}
