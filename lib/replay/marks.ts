import { readStage } from '../facilitation/stage.ts'
import type { RowColumns } from './row-reader.ts'
import { presence } from './rows.ts'

/** The facilitator's actions and the comments: marks on the timeline. */
export type MarkKind = 'activity' | 'vote-opened' | 'vote-closed' | 'reveal' | 'frozen' | 'comment' | 'finished'
export interface ReplayMark {
  row: number
  kind: MarkKind
  /** In words: the activity's name, the vote's title. */
  label: string
}

/** Returns how many reveals a stage has counted. */
const revealsIn = (rounds: unknown): number =>
  Object.values(readStage({ rounds }).rounds).reduce((sum, times) => sum + times, 0)

const voteTitle = (title: string) => (title ? `: ${title}` : '')

/** The marks of a recording, in order. */
export function replayMarksOf(rows: RowColumns): ReplayMark[] {
  const marks: ReplayMark[] = []
  const stage: Record<string, unknown> = {}
  for (let row = 0; row < rows.count; row += 1) {
    const cell = rows.cells[rows.cell[row] ?? 0]
    if (cell?.root === 'comments' && cell.key === presence && rows.value[row] === true)
      marks.push({ row, kind: 'comment', label: 'Comment' })
    if (cell?.root !== 'stage' || cell.id !== 'now') continue
    const before = stage[cell.key]
    stage[cell.key] = rows.value[row]
    const mark = stageMark(cell.key, before, stage)
    if (mark) marks.push({ row, ...mark })
  }
  return marks
}

function stageMark(key: string, before: unknown, fields: Record<string, unknown>): Omit<ReplayMark, 'row'> | null {
  switch (key) {
    case 'item': {
      const now = readStage(fields)
      const item = now.agenda.find(one => one.id === now.item)
      return item ? { kind: 'activity', label: item.name } : null
    }
    case 'vote': {
      const [was, { vote }] = [readStage({ vote: before }).vote, readStage(fields)]
      if (!vote) return null
      if (vote.status === 'open' && was?.id !== vote.id)
        return { kind: 'vote-opened', label: `Vote opened${voteTitle(vote.title)}` }
      if (vote.status === 'closed' && was?.status === 'open')
        return { kind: 'vote-closed', label: `Vote closed${voteTitle(vote.title)}` }
      return null
    }
    case 'rounds':
      // A new session starts its count, which is no reveal.
      return revealsIn(fields.rounds) > revealsIn(before) ? { kind: 'reveal', label: 'Private notes revealed' } : null
    case 'frozen':
      return fields.frozen === true ? { kind: 'frozen', label: 'Wall frozen' } : null
    default:
      return null
  }
}
