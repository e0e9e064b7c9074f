import type { BoardSnapshot, FailureFields } from '../board/snapshot.ts'
import { analysisOf } from '../method/analysis.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { harmless } from './csv.ts'
import { type ExportFormat, inReadingOrder } from './format.ts'
import { writable } from './xml.ts'

type Cell = string | number | null
interface Sheet {
  name: string
  columns: readonly string[]
  rows: Cell[][]
}

const marks = { mot: 'Moment of Truth', bp: 'Break Point', br: 'Business Rule' }
/** The kind of point of failure something is: by its own kind, or by a confirmed mark. */
function failureOf(kind: string | null, { mark }: FailureFields): string | null {
  const own = kind === null ? undefined : noteKind(kind).failure
  if (own) return marks[own]
  return mark?.state === 'confirmed' ? marks[mark.kind] : null
}

const judged = (of: FailureFields): Cell[] => [
  of.verdict,
  of.verdictReason,
  of.verdictOwner,
  of.effort,
  of.due,
  of.progress,
  of.crown?.cost?.way ?? null,
  of.crown?.experience?.way ?? null,
  of.crown?.revenue?.way ?? null,
]
const judgedColumns = ['verdict', 'reason', 'owner', 'effort', 'due', 'progress', 'cost', 'experience', 'revenue']

/** What the method computes, as it is and as it will be. */
function numbersOf(board: BoardSnapshot): Sheet {
  const [before, after] = (['as-is', 'to-be'] as const).map(view => {
    const { counts, outsideIn, numbers } = analysisOf(board, view)
    const { rty, lead, processing, work, activityRatio, cost, volume, costPerMonth } = numbers()
    return [
      ['points of failure', counts.all.total],
      ['of these confirmed', counts.confirmed.total],
      ['Moments of Truth', counts.all.mot],
      ['Break Points', counts.all.bp],
      ['Business Rules', counts.all.br],
      ['rolled throughput yield', rty.value],
      ['steps with an assumed rate', rty.assumed],
      ['lead time min', lead],
      ['processing min', processing],
      ['work min', work],
      ['activity ratio', activityRatio],
      ['cost per case', cost],
      ['cases per month', volume],
      ['cost per month', costPerMonth],
      ['steps', outsideIn.steps],
      ['steps that serve the outcome', outsideIn.share],
    ] as const satisfies [string, Cell][]
  })
  return {
    name: 'Numbers',
    columns: ['number', 'as it is', 'as it will be'],
    rows: (before ?? []).map(([name, value], i) => [name, value, after?.[i]?.[1] ?? null]),
  }
}

/** The sheets: notes, steps, points of failure, actions, numbers. */
function sheetsOf(board: BoardSnapshot): Sheet[] {
  const laneNames = new Map(board.lanes.map(lane => [lane.id, lane.name]))
  const laneOf = (id: string | null) => (id === null ? '' : (laneNames.get(id) ?? ''))
  const notes = inReadingOrder(board, board.notes.values())
  const links = [...board.links.values()]
  const textOf = (id: string) => board.notes.get(id)?.text ?? ''
  const linkText = (link: (typeof links)[number]) => `${textOf(link.from)} → ${textOf(link.to)}`
  const failures = [
    ...notes.map(note => ({ what: failureOf(note.kind, note), text: note.text, lane: laneOf(note.lane), of: note })),
    ...links.map(link => ({
      what: failureOf(null, link),
      text: linkText(link),
      lane: laneOf(board.notes.get(link.from)?.lane ?? null),
      of: link,
    })),
  ].filter(({ what }) => what !== null)
  return [
    {
      name: 'Notes',
      columns: ['id', 'kind', 'text', 'lane', 'x', 'y', 'tags', 'verdict'],
      rows: notes.map(n => [
        n.id,
        noteKind(n.kind).label,
        n.text,
        laneOf(n.lane),
        Math.round(n.x),
        Math.round(n.y),
        n.tags.join(', '),
        n.verdict,
      ]),
    },
    {
      name: 'Steps',
      columns: [
        'text',
        'lane',
        'system',
        'volume per month',
        'processing min',
        'waiting min',
        'cost per case',
        'first time right',
        'value',
        'flexibility 1–5',
        'exceptions',
      ],
      rows: notes
        .filter(n => noteKind(n.kind).flow)
        .map(n => [
          n.text,
          laneOf(n.lane),
          n.system,
          n.volume,
          n.processing,
          n.waiting,
          n.cost,
          n.firstTimeRight,
          n.value,
          n.flexibility,
          n.exceptions,
        ]),
    },
    {
      name: 'Points of failure',
      columns: ['what', 'text', 'lane', 'feeling −2…+2', 'cause', 'why', 'since', ...judgedColumns],
      rows: failures.map(({ what, text, lane, of }) => [
        what,
        text,
        lane,
        of.feeling,
        of.cause,
        of.why,
        of.since,
        ...judged(of),
      ]),
    },
    {
      name: 'Actions',
      columns: ['what', 'text', 'lane', ...judgedColumns],
      rows: failures
        .filter(({ of }) => of.verdict === 'eliminate' || of.verdict === 'improve')
        .map(({ what, text, lane, of }) => [what, text, lane, ...judged(of)]),
    },
    numbersOf(board),
  ]
}

/** An Excel workbook, written by exceljs, which is loaded only when somebody asks for one. */
export const xlsx: ExportFormat = {
  id: 'xlsx',
  label: 'Excel',
  describes: 'Sheets of notes, steps, points of failure, actions and numbers.',
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write(board, about) {
    const { Workbook } = (await import('exceljs')).default
    const book = new Workbook()
    book.title = writable(about.title)
    book.created = new Date(about.at)
    for (const { name, columns, rows } of sheetsOf(board)) {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = columns.map(header => ({ header, width: Math.min(48, Math.max(12, header.length + 2)) }))
      sheet.getRow(1).font = { bold: true }
      for (const row of rows)
        sheet.addRow(row.map(cell => (typeof cell === 'string' ? harmless(writable(cell)) : cell)))
    }
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
}
