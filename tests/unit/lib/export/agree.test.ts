import { parse } from 'csv-parse/sync'
import { marked, type Token, type Tokens } from 'marked'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { csv, type csvColumns } from '#lib/export/csv.ts'
import { markdown } from '#lib/export/markdown.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { points as pointWords, verdictWords } from '#lib/method/vocabulary.ts'
import {
  type Compared,
  comparedAll,
  comparedFigures,
  comparedMore,
  moreFiguresOf,
  sayFigure,
} from '#lib/report/figures.ts'
import { reportOf } from '#lib/report/report.ts'
import { summary, summaryOf } from '#lib/report/summary.ts'
import { sayDay, seenNames } from '#lib/report/words.ts'
import { harmless } from '#lib/text/csv.ts'
import { about, templateBoards } from '#tests/drivers/exported.ts'
import { judgedBoard } from '#tests/drivers/judged-board.ts'
import { chosenSeed, random } from '#tests/drivers/random.ts'

const seed = chosenSeed()
console.log(`exports that agree: SEED=${seed}`)

const boards: { name: string; board: BoardSnapshot }[] = [
  ...templateBoards().filter(({ name }) => name === 'coffee' || name === 'hospital'),
  ...Array.from({ length: 20 }, (_, i) => ({ name: `board ${i}`, board: judgedBoard(random(seed + i)) })),
]

type CellValue = string | number | boolean | Date | null
/** The sheets of a workbook by name, as rows under the names of their columns; read by a library that is not ours. */
async function sheetsIn(board: BoardSnapshot) {
  const bytes = Buffer.from((await xlsx.write(board, { ...about, currency: 'EUR' })) as Uint8Array)
  const sheets = await readXlsxFile(bytes, { trim: false })
  return new Map(
    sheets.map(({ sheet, data }) => {
      const [header = [], ...rows] = data as CellValue[][]
      return [sheet, rows.map(row => Object.fromEntries(header.map((name, i) => [String(name), row[i] ?? null])))]
    }),
  )
}

function tablesIn(text: string): Map<string, string[][]> {
  const tables = new Map<string, string[][]>()
  let title = ''
  const plain = (tokens: Token[] = []): string =>
    tokens
      .map(one => ('tokens' in one && one.tokens ? plain(one.tokens) : 'text' in one ? String(one.text) : ''))
      .join('')
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading') title = plain(token.tokens)
    if (token.type === 'table')
      tables.set(
        title,
        (token as Tokens.Table).rows.map(row => row.map(cell => plain(cell.tokens))),
      )
  }
  return tables
}

/** Text on one line, as Markdown has it. */
const line = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const cell = (text: string | null) => (text === null || text === '' ? null : text)

for (const { name, board } of boards) {
  const report = reportOf(board, () => null)
  const figures = comparedAll(report.before, report.after, 'EUR')

  test(`${name}: report, library, Numbers and files say the same numbers`, async () => {
    const kept = summary.parse(JSON.parse(JSON.stringify(summaryOf(board, report))))
    const panel = comparedMore(
      moreFiguresOf(analysisOf(board, 'as-is')),
      moreFiguresOf(analysisOf(board, 'to-be')),
      'EUR',
    )
    const facts = ({ key, before, after, better, note, basis }: Compared) => ({
      key,
      before,
      after,
      better,
      note,
      basis,
    })
    const inReport = new Map(figures.map(one => [one.key, facts(one)]))
    for (const one of panel) expect(facts(one)).toEqual(inReport.get(one.key))
    const library = comparedFigures(kept.before, kept.after, 'EUR')
    expect(library.length).toBeGreaterThan(0)
    for (const one of library) expect(facts(one)).toEqual(inReport.get(one.key))

    const sheet = (await sheetsIn(board)).get('Numbers') ?? []
    expect(sheet.map(row => [row.Number, row['As it is'], row['As it will be'], row['Rests on, as it is']])).toEqual(
      figures.map(one => [one.label, one.before, one.after, one.basis.before.words]),
    )
    const told = tablesIn(String(markdown.write(board, { ...about, currency: 'EUR' }))).get('Numbers') ?? []
    expect(told.map(row => row.slice(0, 3))).toEqual(
      figures.map(one => [one.label, sayFigure(one, one.before), sayFigure(one, one.after)]),
    )
  })

  test(`${name}: points of failure and actions are the report's in every file`, async () => {
    const sheets = await sheetsIn(board)
    const points = [...report.points, ...report.newPoints]
    const rows = sheets.get('Points of failure') ?? []
    expect(rows.map(row => [row.Point, row.What, row.Text, row.Lane, row.Version, row.State, row.Verdict])).toEqual(
      points.map(one => [
        one.code,
        pointWords[one.kind].name,
        cell(one.label),
        one.lane,
        seenNames[one.seen],
        one.state,
        one.verdict && verdictWords[one.verdict].name,
      ]),
    )
    expect(rows.filter(row => row.Version !== seenNames['to-be'])).toHaveLength(report.before.points.total)
    expect(rows.filter(row => row.Version !== seenNames['as-is'])).toHaveLength(report.after.points.total)

    expect(
      (sheets.get('Actions') ?? []).map(row => [row.Point, row.What, row.Text, row.Lane, row.Owner, row.Done, row.Due]),
    ).toEqual(
      report.actions.map(one => [
        one.code,
        one.what,
        cell(one.label),
        one.lane,
        cell(one.verdictOwner),
        one.done ? 'done' : 'open',
        one.due ? new Date(`${one.due}T00:00:00Z`) : null,
      ]),
    )
    const tables = tablesIn(String(markdown.write(board, about)))
    expect((tables.get('Actions') ?? []).map(row => [row[0], row[3], row[5]])).toEqual(
      report.actions.map(one => [one.code ?? '', line(one.lane), one.due ? sayDay(one.due) : 'no date']),
    )
    const open = report.points.filter(one => !one.verdict)
    expect((tables.get('Undecided') ?? []).map(row => [row[0], row[2], row[3]])).toEqual(
      open.map(one => [one.code, line(one.label), line(one.lane)]),
    )
    expect(tables.get('Decided') ?? []).toHaveLength(report.points.length - open.length)
  })

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)(
    `${name}: a CSV with a %s is read by another parser, and both versions are said apart`,
    async (separator, delimiter) => {
      const written = String(csv.write(board, { ...about, separator }))
      const rows: Record<(typeof csvColumns)[number], string>[] = parse(written, {
        bom: true,
        columns: true,
        delimiter,
      })
      const { projection: asIs } = analysisOf(board, 'as-is')
      const { projection: toBe } = analysisOf(board, 'to-be')
      const seen = [...board.notes.values()].filter(note => asIs.notes.has(note.id) || toBe.notes.has(note.id))
      expect(rows.map(row => row.id).sort()).toEqual(seen.map(note => note.id).sort())
      for (const row of rows) {
        expect(row.text).toBe(harmless(board.notes.get(row.id)?.text ?? ''))
        const [before, after] = [asIs.notes.has(row.id), toBe.notes.has(row.id)]
        expect(row.version).toBe(seenNames[before ? (after ? 'both' : 'as-is') : 'to-be'])
        for (const from of row.follows.split(' ').filter(Boolean))
          expect([...board.links.values()].some(link => link.from === from && link.to === row.id)).toBe(true)
      }
      expect(rows.map(row => row.point).filter(Boolean).length).toBe(
        [
          ...new Set(
            [...analysisOf(board, 'as-is').points, ...analysisOf(board, 'to-be').points].map(point => point.id),
          ),
        ].filter(id => board.notes.has(id)).length,
      )
    },
  )
}

test('the coffee board has its eleven actions, its five points and its two versions in the workbook', async () => {
  const coffee = boards[0]?.board
  if (!coffee) throw new Error('no coffee board')
  const sheets = await sheetsIn(coffee)
  expect(sheets.get('Actions')).toHaveLength(11)
  expect(sheets.get('Points of failure')?.map(row => `${row.Point} ${row.Lane} ${row.Version}`)).toEqual([
    'M1 Waiter As it is',
    'B1 Waiter As it is',
    'R1 Barista As it is',
    'B2 Barista As it is',
    'M2 Waiter As it is',
    'M3 Barista As it will be',
    'M4 Barista As it will be',
  ])
  expect(sheets.get('Links')).toHaveLength(coffee.links.size)
  const share = sheets.get('Numbers')?.find(row => row.Number === 'Steps that serve the outcome')
  expect(share).toMatchObject({ 'In the trade': 'share of all steps', 'As it is': 5 / 8 })
})
