import { outcomeRead, outcomeWords, verdictWords, points as words } from '../method/vocabulary.ts'
import { comparedAll, sayBasis, sayFigure } from '../report/figures.ts'
import type { ReportPoint, ReportThread } from '../report/report.ts'
import { type ToldNote, type ToldWall, toldBoard } from '../report/wall.ts'
import { sayCrown, sayDate, sayDay, seenNames } from '../report/words.ts'
import type { AboutBoard, ExportFormat } from './format.ts'

/** Returns text escaped for Markdown, on one line. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replaceAll(
      /(^|\s)([-+=]|\d+[.)])(?=\s|$)/g,
      (_, before: string, mark: string) => `${before}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .trim()

const section = (title: string, lines: readonly string[], level = 2): string[] =>
  lines.length > 0 ? [`${'#'.repeat(level)} ${title}`, '', ...lines, ''] : []

/** Returns a table as GitHub writes it; every row has as many cells as the heading. */
const table = (heading: readonly string[], rows: readonly (readonly (string | null)[])[]): string[] =>
  rows.length === 0
    ? []
    : [heading, heading.map(() => '---'), ...rows.map(row => row.map(cell => (cell ? plain(cell) : '')))].map(
        cells => `| ${cells.join(' | ')} |`,
      )

function outcomes({ report }: ToldWall): string[] {
  return report.outcomes.flatMap(outcome =>
    section(
      plain(outcome.stakeholder) || 'Outcome',
      outcomeRead
        .filter(question => outcome[question].trim())
        .map(question => `- **${outcomeWords[question].heads}:** ${plain(outcome[question])}`),
    ),
  )
}

const numbers = ({ report }: ToldWall, currency: string | null) =>
  table(
    ['Number', 'As it is', 'As it will be', 'Rests on'],
    comparedAll(report.before, report.after, currency).map(figure => [
      figure.label,
      sayFigure(figure, figure.before),
      sayFigure(figure, figure.after),
      sayBasis(figure),
    ]),
  )

const pointRow = (point: ReportPoint) => [
  point.code,
  `${words[point.kind].name}${point.state === 'proposed' ? ' (proposed)' : ''}`,
  point.label,
  point.lane,
  seenNames[point.seen],
]

function points({ report }: ToldWall): string[] {
  const heading = ['Point', 'What', 'Where', 'Lane', 'Version']
  const decided = report.points.filter(point => point.verdict)
  const open = report.points.filter(point => !point.verdict)
  return section('Points of failure', [
    ...section(
      'Decided',
      table(
        [...heading, 'Verdict', 'Becomes', 'Reason', 'Owner', 'Triple crown'],
        decided.map(point => [
          ...pointRow(point),
          point.verdict && verdictWords[point.verdict].name,
          point.improved,
          point.verdictReason,
          point.verdictOwner,
          sayCrown(point.crown),
        ]),
      ),
      3,
    ),
    ...section('Undecided', table(heading, open.map(pointRow)), 3),
    ...section('New as it will be', table(heading, report.newPoints.map(pointRow)), 3),
  ])
}

const actions = ({ report }: ToldWall) =>
  table(
    ['Point', 'What', 'Action', 'Lane', 'Who', 'By', 'State'],
    report.actions.map(action => [
      action.code,
      action.what,
      `${action.verdict ? `${verdictWords[action.verdict].name}: ` : ''}${action.improved ?? action.label}`,
      action.lane,
      action.verdictOwner ?? 'nobody yet',
      action.due ? sayDay(action.due) : 'no date',
      action.done ? 'done' : 'open',
    ]),
  )

/** One version of the wall, lane by lane, each note with what follows it. */
function wall(told: ToldWall, lanes: readonly string[], view: 'as-is' | 'to-be'): string[] {
  const here = told.notes.filter(({ seen }) => seen === 'both' || seen === view)
  const links = Map.groupBy(
    told.links.filter(({ seen }) => seen === 'both' || seen === view),
    ({ link }) => link.from,
  )
  const says = ({ note, becomes }: ToldNote) => plain((view === 'to-be' ? becomes : null) ?? note.text) || '(no text)'
  const bullet = (one: ToldNote) => {
    const next = (links.get(one.note.id) ?? []).map(({ to, link }) =>
      link.text.trim() ? `${says(to)} (${plain(link.text)})` : says(to),
    )
    return `- ${one.kind}: ${says(one)}${next.length > 0 ? ` → ${next.join('; ')}` : ''}`
  }
  const inLane = (name: string) => here.filter(({ lane }) => lane === name).map(bullet)
  return [
    ...[...new Set(lanes)].flatMap(name => section(plain(name) || 'Lane', inLane(name), 3)),
    ...(lanes.includes('') ? [] : section('Open paper', inLane(''), 3)),
  ]
}

const threads = ({ report }: ToldWall): string[] => report.threads.flatMap(said)
const said = ({ on, text, author, resolved, answers }: ReportThread): string[] => [
  `- ${on ? `on ${plain(on)}: ` : ''}${plain(text)}${by(author)}${resolved ? ' (resolved)' : ''}`,
  ...answers.map(one => `  - ${one.accepted ? '**Accepted answer:** ' : ''}${plain(one.text)}${by(one.author)}`),
]
const by = (author: string | null) => (author ? `, ${plain(author)}` : '')

const facts = ({ process, customer, tags, at }: AboutBoard): string[] =>
  [
    ['Process', process],
    ['Customer', customer],
    ['Tags', tags.join(', ')],
    ['Written', sayDate(at)],
  ].flatMap(([name, value]) => (value ? [`- **${name}:** ${plain(value)}`] : []))

/** The report in Markdown: results, decisions, and both versions of the wall, lane by lane. */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  describes: 'The report in plain text: outcome, numbers, decisions, the wall by lane.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  write(board, about) {
    const told = toldBoard(board, about.authorName)
    const lanes = board.lanes.map(lane => lane.name)
    return `${[
      `# ${plain(about.title)}`,
      '',
      ...facts(about),
      '',
      ...outcomes(told),
      ...section('Numbers', numbers(told, about.currency ?? null)),
      ...points(told),
      ...section('Actions', actions(told)),
      ...section('The wall as it is', wall(told, lanes, 'as-is')),
      ...section('The wall as it will be', wall(told, lanes, 'to-be')),
      ...section('What was said', threads(told)),
      ...section(
        'Parking lot',
        told.parked.map(({ kind, note }) => `- ${kind}: ${plain(note.text) || '(no text)'}`),
      ),
    ].join('\n')}`
  },
}
