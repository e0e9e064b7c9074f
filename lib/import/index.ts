import type { BoardPlan } from '../board/plan.ts'
import { shorten } from '../text/cut.ts'
import { isZip } from './archive.ts'
import { bpmnImport } from './bpmn.ts'
import { importLabels } from './choices.ts'
import { decodeText } from './decode.ts'
import { distinctIds } from './distinct.ts'
import { excalidrawImport } from './excalidraw.ts'
import { ImportError, type Imported, type ImportFormat, importLimit, jsonOf } from './format.ts'
import { jsonImport } from './json.ts'
import { jsonCanvasImport } from './json-canvas.ts'
import { miro } from './miro.ts'
import { decodeAs, encodingOf } from './tables/encoding.ts'
import { proposeColumns, proposeHeader } from './tables/propose.ts'
import { readTable, type TableChoice, type TableFile, type TableLook } from './tables/read.ts'
import { withSections } from './tables/sections.ts'
import { readSeparated } from './tables/separated.ts'
import { tableOf } from './tables/table.ts'
import { isWorkbook, readWorkbook } from './tables/workbook.ts'
import { namesInZip } from './unzip.ts'

type Named = Pick<ImportFormat, 'id' | 'label' | 'extensions'>

/** Of those that recognise a file by what is in it, the first reads it. */
const told: readonly ImportFormat[] = [jsonImport, excalidrawImport, miro, jsonCanvasImport, bpmnImport]
/** Tables say nothing of themselves: a workbook is told by its parts, a list by being text and nothing else. */
const csv: Named = { id: 'csv', label: 'CSV', extensions: ['csv', 'tsv', 'txt'] }
const workbook: Named = { id: 'xlsx', label: 'Excel', extensions: ['xlsx'] }

export const importFormats: readonly Named[] = [...told, csv, workbook]

export interface ReadFile extends Imported {
  format: Named
  /** How a table was read. */
  look?: TableLook
}

/** Reads a file of any known format, a table as was chosen; throws ImportError with the reason in words. */
export async function readFile(name: string, bytes: Uint8Array, choice?: TableChoice): Promise<ReadFile> {
  if (bytes.length > importLimit)
    throw new ImportError(
      `This file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; up to ${importLimit / 1024 / 1024} MB can be imported.`,
    )
  if (bytes.length === 0) throw new ImportError('This file is empty.')
  const read = await readAny(name, bytes, choice)
  const plan = distinctIds(read.plan, read.losses)
  if (isEmpty(plan))
    throw new ImportError(
      ['There is nothing in this file to put on a wall.', ...new Set(read.losses)].slice(0, 4).join(' '),
    )
  return { ...read, plan }
}

const isEmpty = ({ lanes, notes, links, outcomes, comments, views }: BoardPlan): boolean =>
  [lanes, notes, links, outcomes, comments, views].every(list => list.length === 0)

async function readAny(name: string, bytes: Uint8Array, choice?: TableChoice): Promise<ReadFile> {
  if (isWorkbook(bytes)) {
    const file = { tables: readWorkbook(bytes), encoding: null, separator: null }
    return { ...readTable(file, choice), format: workbook }
  }
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  refuseBinary(bytes, extension)
  const text = decodeText(bytes)
  const parsed = jsonOf(text)
  const own = told.find(one => one.extensions.includes(extension))
  // JSON of other programs is not damaged: it is of none of these kinds.
  const foreign = parsed !== undefined && own?.id === 'json'
  const format = told.find(one => one.recognises(text, parsed)) ?? (foreign ? undefined : own)
  if (format) return { ...(await format.read(text)), format }
  const table = textTable(bytes, choice)
  if (csv.extensions.includes(extension) || namesText(table)) return { ...readTable(table, choice), format: csv }
  throw new ImportError(`“${shorten(name, 80)}” is of no kind that can be imported (${importLabels}).`)
}

/** What is no text, and what it most likely is. */
function refuseBinary(bytes: Uint8Array, extension: string): void {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)
  if (compound)
    throw new ImportError(
      'This workbook is protected by a password, or in the format of Excel before 2007; save it as .xlsx without one.',
    )
  if (workbook.extensions.includes(extension))
    throw new ImportError('This workbook cannot be opened: it is cut off, damaged, or of another kind.')
  if (isZip(bytes))
    throw new ImportError(
      namesInZip(bytes).length === 0
        ? 'This zip cannot be opened: it is cut off or damaged.'
        : 'This zip is no Brownpaper archive, and no workbook (.xlsx) either. A spreadsheet can be saved as .xlsx or CSV.',
    )
}

function textTable(bytes: Uint8Array, choice?: TableChoice): TableFile {
  const encoding = choice?.encoding ?? encodingOf(bytes)
  const text = decodeAs(bytes, encoding)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what has them is no text.
  if (/[\u0000-\u0008]/.test(text) && choice?.encoding === undefined)
    throw new ImportError('This is no text: save the table as CSV or .xlsx.')
  const { rows, separator } = readSeparated(text, choice?.separator)
  return { tables: [withSections(tableOf('', rows), text)], encoding, separator }
}

/** Whether a table names its columns, one of them the text: a list, whatever its file is called. */
function namesText({ tables }: TableFile): boolean {
  const [table] = tables
  const header = table ? proposeHeader(table) : null
  return (
    table !== undefined &&
    header !== null &&
    table.rows[0] === header &&
    header.cells.length > 1 &&
    proposeColumns(table, header).includes('text')
  )
}
