import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { isNoteKind, noteKinds } from '../notes/kinds/index.ts'
import { paperIds } from '../notes/papers.ts'
import { fitText, ImportError, type ImportFormat, idMaker } from './format.ts'

/** The separator of a CSV file: the one most used in its first line, outside quotes. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0]?.replaceAll(/"[^"]*"/g, '') ?? ''
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: first.split(mark).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
}

interface CsvRow {
  line: number
  cells: string[]
}

/** RFC 4180 with comma, semicolon or tab; throws ImportError with the line of an open quote. */
function readCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let cell = ''
  let line = 1
  let quotedFrom: number | null = null
  const endCell = () => {
    row.cells.push(cell)
    cell = ''
  }
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (char === '\n') line += 1
    if (quotedFrom !== null) {
      if (char !== '"') cell += char
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedFrom = null
    } else if (char === '"' && cell === '') quotedFrom = line
    else if (char === separator) endCell()
    else if (char === '\n') {
      endCell()
      rows.push(row)
      row = { line, cells: [] }
    } else if (char !== '\r') cell += char
  }
  if (quotedFrom !== null) throw new ImportError('A quotation mark is opened here and never closed.', quotedFrom)
  endCell()
  rows.push(row)
  return rows.filter(({ cells }) => cells.some(value => value.trim() !== ''))
}

const laneHeight = 240
const gap = 24

/** A table of notes with a header; the columns of our own export, of which only `text` must be there. */
export const csv: ImportFormat = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  recognises: text => /(^|[,;\t"])text("|[,;\t\r\n]|$)/i.test(text.split('\n', 1)[0] ?? ''),
  read(text) {
    const [header, ...rows] = readCsv(text)
    const columns = header?.cells.map(name => name.trim().toLowerCase()) ?? []
    if (!columns.includes('text'))
      throw new ImportError('The first line must name the columns, and one of them must be “text”.', 1)
    const losses: string[] = []
    const idOf = idMaker()
    const names = [...new Set(rows.map(row => row.cells[columns.indexOf('lane')]?.trim() ?? '').filter(Boolean))]
    const lanes = names.map(name => ({
      id: idOf(`lane-${name}`),
      name: name.slice(0, limits.name),
      actor: 'back-stage' as const,
      height: laneHeight,
    }))
    const filled = new Map<string, number>()
    const notes = rows.map(({ line, cells }, index): NonNullable<BoardPlanInput['notes']>[number] => {
      const value = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
      const number = (name: string): number | null => {
        if (value(name) === '') return null
        const parsed = Number(value(name).replace(',', '.'))
        if (!Number.isFinite(parsed))
          throw new ImportError(`“${value(name).slice(0, 40)}” in column ${name} is not a number.`, line)
        return parsed
      }
      const laneIndex = names.indexOf(value('lane'))
      const place = filled.get(value('lane')) ?? 0
      filled.set(value('lane'), place + 1)
      const wanted = value('kind').toLowerCase()
      const kind = isNoteKind(wanted) ? wanted : noteKinds.find(k => k.label.toLowerCase() === wanted)?.id
      if (wanted && !kind) losses.push(`The kind “${wanted.slice(0, 40)}” is not known; those become plain notes.`)
      const colour = paperIds.find(id => id === value('colour'))
      const verdict = (['eliminate', 'improve', 'keep'] as const).find(one => one === value('verdict').toLowerCase())
      return {
        id: idOf(value('id') || `row-${index + 1}`),
        kind: kind ?? 'plain',
        // The apostrophe with which a formula was made harmless on the way out goes again.
        text: fitText(value('text').replace(/^'(?=[=+\-@])/, ''), limits.text, losses),
        x: number('x') ?? 40 + place * (168 + gap),
        y: number('y') ?? Math.max(0, laneIndex) * laneHeight + 64,
        ...(laneIndex >= 0 && lanes[laneIndex] ? { lane: lanes[laneIndex].id } : {}),
        ...(colour ? { colour } : {}),
        ...(verdict ? { verdict } : {}),
      }
    })
    const plan = boardPlan.safeParse({ lanes, notes })
    if (!plan.success) throw new ImportError(`${plan.error.issues[0]?.message ?? 'A value is not as it should be'}.`)
    return { plan: plan.data, losses: [...new Set(losses)] }
  },
}
