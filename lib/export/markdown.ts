import type { BoardSnapshot, Note } from '../board/snapshot.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type ExportFormat, inReadingOrder } from './format.ts'

/** Text that stays text in Markdown, on one line. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&')
    .trim()

const questions = [
  ['promise', 'Promise'],
  ['customer', 'Who is the customer'],
  ['wrongCustomer', 'Who is not'],
  ['expects', 'What they expect today'],
  ['process', 'What process they think they are in'],
  ['affects', 'What we do that affects their success'],
  ['needs', 'What they really need'],
  ['outcome', 'Successful Customer Outcome'],
  ['isNot', 'What the outcome is not'],
] as const

const verdictWords = { eliminate: 'Eliminate', improve: 'Improve', keep: 'Keep' }

function bullet(note: Note): string {
  const verdict = note.verdict
    ? ` — **${verdictWords[note.verdict]}**${note.verdictReason ? `: ${plain(note.verdictReason)}` : ''}${note.verdictOwner ? ` (${plain(note.verdictOwner)})` : ''}`
    : ''
  return `- ${noteKind(note.kind).label}: ${plain(note.text) || '(no text)'}${verdict}`
}

function wall(board: BoardSnapshot): string[] {
  const notes = inReadingOrder(
    board,
    [...board.notes.values()].filter(note => note.place === 'wall'),
  )
  const section = (title: string, lane: string | null) => {
    const here = notes.filter(note => note.lane === lane)
    return here.length ? [`### ${title}`, '', ...here.map(bullet), ''] : []
  }
  return [
    ...board.lanes.flatMap(lane => section(plain(lane.name) || 'Lane', lane.id)),
    ...section('Beside the lanes', null),
  ]
}

/** The board as a report in Markdown: outcome, then the wall lane by lane, then the parking lot. */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  describes: 'A report in plain text: outcome, lanes, verdicts.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  write(board, about) {
    const outcomes = board.outcomes.flatMap(outcome => {
      const lines = questions
        .filter(([key]) => outcome[key].trim())
        .map(([key, label]) => `- **${label}:** ${plain(outcome[key])}`)
      return lines.length ? [`## ${plain(outcome.stakeholder) || 'Outcome'}`, '', ...lines, ''] : []
    })
    const parked = [...board.notes.values()].filter(note => note.place === 'parking')
    return `${[
      `# ${plain(about.title)}`,
      '',
      ...outcomes,
      '## The wall',
      '',
      ...wall(board),
      ...(parked.length ? ['## Parking lot', '', ...parked.map(bullet), ''] : []),
    ].join('\n')}`
  },
}
