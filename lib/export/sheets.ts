import type { BoardSnapshot } from '../board/snapshot.ts'
import {
  acts,
  crownWays,
  efforts,
  outcomeRead,
  outcomeWords,
  points,
  valueClasses,
  verdictWords,
} from '../method/vocabulary.ts'
import { isFlow, noteKind } from '../notes/kinds/index.ts'
import { comparedAll, type Unit } from '../report/figures.ts'
import type { ReportAction, ReportPoint } from '../report/report.ts'
import { type ToldWall, toldBoard } from '../report/wall.ts'
import { seenNames } from '../report/words.ts'
import type { AboutBoard } from './format.ts'

/** How the values of a column are written and how wide it is, in characters of the common type. */
export interface WorkbookColumn {
  readonly header: string
  readonly width: number
  readonly is: Unit | 'text' | 'date' | 'id'
}
export type WorkbookCell = string | number | null | { readonly value: number | null; readonly unit: Unit }
export interface BoardSheet {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly WorkbookCell[])[]
}

const text = (header: string, width: number): WorkbookColumn => ({ header, width, is: 'text' })
const column = (header: string, is: WorkbookColumn['is'], width = 12): WorkbookColumn => ({ header, width, is })

const verdictColumns = [
  text('Verdict', 11),
  text('Becomes', 34),
  text('Reason', 40),
  text('Owner', 18),
  text('Effort', 9),
  column('Due', 'date'),
  text('Done', 8),
  text('Cost', 9),
  column('Cost by', 'money'),
  text('Experience', 11),
  text('Revenue', 9),
  column('Revenue by', 'money'),
]

function judged(of: Pick<ReportPoint | ReportAction, keyof ReportAction & keyof ReportPoint>): WorkbookCell[] {
  const { verdict, improved, verdictReason, verdictOwner, effort, due, done, crown } = of
  const way = (side: 'cost' | 'experience' | 'revenue') => {
    const change = crown?.[side]
    return change ? crownWays[change.way].name : null
  }
  return [
    verdict && verdictWords[verdict].name,
    improved,
    verdictReason,
    verdictOwner,
    effort && efforts[effort],
    due,
    acts(verdict) ? (done ? 'done' : 'open') : null,
    way('cost'),
    crown?.cost?.amount ?? null,
    way('experience'),
    way('revenue'),
    crown?.revenue?.amount ?? null,
  ]
}

const seen = text('Version', 13)
const point = text('Point', 8)

/** The list of notes, in the columns that an import of it reads. */
function notesSheet({ notes, parked }: ToldWall): BoardSheet {
  return {
    name: 'Notes',
    columns: [
      column('Id', 'id', 14),
      text('Kind', 16),
      text('Text', 48),
      text('Lane', 20),
      seen,
      text('As it will be', 40),
      text('Verdict', 11),
      text('Tags', 18),
      text('Colour', 10),
      column('X', 'count', 9),
      column('Y', 'count', 9),
      ...(parked.length > 0 ? [text('Place', 12)] : []),
    ],
    rows: [...notes, ...parked].map(told => [
      told.note.id,
      told.kind,
      told.note.text,
      told.lane,
      seenNames[told.seen],
      told.becomes,
      told.note.verdict && verdictWords[told.note.verdict].name,
      told.note.tags.join(', '),
      told.note.colour ?? noteKind(told.note.kind).paper,
      Math.round(told.note.x),
      Math.round(told.note.y),
      ...(parked.length > 0 ? [told.note.place === 'parking' ? 'Parking lot' : 'Wall'] : []),
    ]),
  }
}

function stepsSheet({ notes }: ToldWall): BoardSheet {
  return {
    name: 'Steps',
    columns: [
      text('Text', 48),
      text('Kind', 12),
      text('Lane', 20),
      seen,
      point,
      text('System', 20),
      column('Cases per month', 'count'),
      column('Processing, min', 'minutes', 14),
      column('Waiting, min', 'minutes', 14),
      column('Cost per case', 'money'),
      column('First time right', 'share'),
      text('Value', 14),
      column('Flexibility, 1 rigid to 5 flexible', 'count', 14),
      text('Exceptions', 40),
    ],
    rows: notes
      .filter(({ note }) => isFlow(note.kind))
      .map(({ note, kind, lane, seen, code }) => [
        note.text,
        kind,
        lane,
        seenNames[seen],
        code,
        note.system,
        note.volume,
        note.processing,
        note.waiting,
        note.cost,
        note.firstTimeRight,
        note.value && valueClasses[note.value].name,
        note.flexibility,
        note.exceptions,
      ]),
  }
}

function linksSheet({ links }: ToldWall): BoardSheet {
  return {
    name: 'Links',
    columns: [
      text('From', 40),
      text('In lane', 20),
      text('To', 40),
      text('In lane', 20),
      text('Label', 24),
      column('Share of cases', 'share'),
      seen,
      point,
      text('Verdict', 11),
    ],
    rows: links.map(({ link, from, to, seen, code }) => [
      from.note.text,
      from.lane,
      to.note.text,
      to.lane,
      link.text,
      link.share,
      seenNames[seen],
      code,
      link.verdict && verdictWords[link.verdict].name,
    ]),
  }
}

function pointsSheet({ report }: ToldWall): BoardSheet {
  return {
    name: 'Points of failure',
    columns: [
      point,
      text('What', 18),
      text('Text', 48),
      text('Lane', 20),
      seen,
      text('State', 12),
      column('Feeling, −2 to +2', 'feeling', 11),
      text('Cause', 40),
      text('Why it exists', 40),
      text('Since when', 18),
      ...verdictColumns,
    ],
    rows: [...report.points, ...report.newPoints].map(one => [
      one.code,
      points[one.kind].name,
      one.label,
      one.lane,
      seenNames[one.seen],
      one.state,
      one.feeling,
      one.cause,
      one.why,
      one.since,
      ...judged(one),
    ]),
  }
}

function actionsSheet({ report }: ToldWall): BoardSheet {
  return {
    name: 'Actions',
    columns: [point, text('What', 18), text('Text', 48), text('Lane', 20), ...verdictColumns],
    rows: report.actions.map(action => [action.code, action.what, action.label, action.lane, ...judged(action)]),
  }
}

/** The method's numbers, as-is and to-be, and the basis of each. */
function numbersSheet({ report }: ToldWall, currency: string | null): BoardSheet {
  return {
    name: 'Numbers',
    columns: [
      text('Number', 34),
      text('In the trade', 34),
      column('As it is', 'count', 14),
      column('As it will be', 'count', 14),
      text('Rests on, as it is', 44),
      text('Rests on, as it will be', 44),
    ],
    rows: comparedAll(report.before, report.after, currency).map(({ label, trade, unit, before, after, basis }) => [
      label,
      trade,
      { value: before, unit },
      { value: after, unit },
      basis.before.words,
      basis.after.words,
    ]),
  }
}

/** About the file, and the promise. */
function aboutSheet({ report }: ToldWall, about: AboutBoard): BoardSheet {
  const outcomes = report.outcomes.flatMap((outcome, i): WorkbookCell[][] => {
    const whose = outcome.stakeholder.trim() || (i === 0 ? '' : `Stakeholder ${i + 1}`)
    return outcomeRead
      .filter(question => outcome[question].trim())
      .map(question => {
        const { heads } = outcomeWords[question]
        return [report.outcomes.length > 1 && whose ? `${heads} (${whose})` : heads, outcome[question]]
      })
  })
  const facts: readonly (readonly [string, string])[] = [
    ['Board', about.title],
    ['Process', about.process],
    ['Customer', about.customer],
    ['Tags', about.tags.join(', ')],
    ['Written', new Date(about.at).toISOString().slice(0, 10)],
    ['Currency', about.currency ?? 'not said by the workspace'],
  ]
  return {
    name: 'About',
    columns: [text('What', 34), text('Says', 90)],
    rows: [...facts.filter(([, said]) => said !== ''), ...outcomes],
  }
}

/** Returns the sheets in order: the same content as the report, with the version of the wall in every row. */
export function sheetsOf(board: BoardSnapshot, about: AboutBoard): BoardSheet[] {
  const told = toldBoard(board, about.authorName)
  return [
    notesSheet(told),
    stepsSheet(told),
    linksSheet(told),
    pointsSheet(told),
    actionsSheet(told),
    numbersSheet(told, about.currency ?? null),
    aboutSheet(told, about),
  ]
}
