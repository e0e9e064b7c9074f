import { ImportError } from '../format.ts'
import { namesInZip, unzipWithin } from '../unzip.ts'
import { type CellFormat, cellFormat, unescaped } from './cell-values.ts'
import { readSheet } from './sheet.ts'
import type { Table } from './table.ts'
import { readXmlPart } from './xml-parts.ts'

/*
 * A workbook is a zip of parts (ECMA-376, Office Open XML). Only those that hold texts are read: the list of sheets,
 * the shared strings, the number formats and the sheets. What stands in drawings, charts, tables, filters, pivots and
 * themes neither helps nor hinders, so that no workbook fails for a part that a wall has no use for. Libraries read the
 * whole (exceljs fails on filters by colour and on shapes in charts, and fills in a merged sheet cell by cell;
 * read-excel-file answers no merged cells and lets a part inflate without bound), for more code than stands here.
 */

/** Bytes that the parts which are read may come to. */
const unpacked = 128 * 1024 * 1024
const mostSheets = 100

/** A part's name as others refer to it: some programs write backslashes, or other capitals. */
const plain = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Whether a zip is a workbook of Office Open XML. */
export const isWorkbook = (bytes: Uint8Array): boolean => {
  const names = namesInZip(bytes).map(plain)
  return names.includes('[content_types].xml') && names.some(name => /(^|\/)workbook\d*\.xml$/.test(name))
}

/** The sheets of a workbook that are tables, in its order; throws ImportError with the reason where there are none. */
export function readWorkbook(bytes: Uint8Array): Table[] {
  const parts = new Map(
    Object.entries(
      unzipWithin(bytes, unpacked, name => /\.(xml|rels)$/.test(plain(name)) && !passedOver.test(plain(name))),
    ).map(([name, part]) => [plain(name), part]),
  )
  const path =
    partOf(parts, '', 'officeDocument') ?? [...parts.keys()].find(name => /(^|\/)workbook\d*\.xml$/.test(name))
  const book = path === undefined ? undefined : parts.get(path)
  if (path === undefined || !book)
    throw new ImportError('This workbook cannot be opened: it is cut off, damaged, or of another kind.')
  const { sheets, since1904 } = readBook(book)
  const related = relationsOf(parts, path)
  const strings = partOf(parts, path, 'sharedStrings')
  const styles = partOf(parts, path, 'styles')
  const shared = {
    strings: readStrings(strings === null ? undefined : parts.get(strings)),
    formats: readFormats(styles === null ? undefined : parts.get(styles)),
    since1904,
  }
  const tables = sheets.slice(0, mostSheets).flatMap(({ name, relation }) => {
    const target = related.get(relation)
    const part = target?.type === 'worksheet' ? parts.get(target.path) : undefined
    return part ? [readSheet(name, part, shared)] : []
  })
  if (!tables.some(table => table.rows.length > 0)) throw new ImportError('No sheet of this workbook has a text in it.')
  return tables
}

const passedOver =
  /(^|\/)(theme|drawings|charts|chartex|media|embeddings|printersettings|pivotcache|pivottables|externallinks|customxml)\//

interface Relation {
  /** Last part of the type's address: `worksheet`, `styles`; the same in the strict form of the standard. */
  type: string
  path: string
}

/** What a part refers to, by the ids it uses for it. */
function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Map<string, Relation> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const bytes = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (bytes)
    readXmlPart(bytes, {
      open(element, attribute) {
        const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')]
        if (element !== 'Relationship' || !id || !type || !target) return
        relations.set(id, { type: type.split('/').at(-1) ?? '', path: resolved(folder, target) })
      },
    })
  return relations
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  const path = target.replaceAll('\\', '/')
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return plain(steps.join('/'))
}

const partOf = (parts: ReadonlyMap<string, Uint8Array>, path: string, type: string): string | null =>
  [...relationsOf(parts, path).values()].find(relation => relation.type === type && parts.has(relation.path))?.path ??
  null

interface BookSheet {
  name: string
  relation: string
  hidden: boolean
}

function readBook(bytes: Uint8Array): { sheets: BookSheet[]; since1904: boolean } {
  const sheets: BookSheet[] = []
  let since1904 = false
  readXmlPart(bytes, {
    open(element, attribute) {
      if (element === 'workbookPr') since1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (element === 'sheet')
        sheets.push({
          name: attribute('name') ?? '',
          relation: attribute('id') ?? '',
          hidden: /hidden/i.test(attribute('state') ?? ''),
        })
    },
  })
  // What its author has hidden stands behind what is shown.
  return { sheets: sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden)), since1904 }
}

function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  let [text, listens, phonetic] = ['', false, 0]
  if (bytes)
    readXmlPart(bytes, {
      open(element) {
        if (element === 'si') text = ''
        else if (element === 'rPh') phonetic += 1
        else if (element === 't') listens = phonetic === 0
      },
      text(piece) {
        if (listens) text += piece
      },
      close(element) {
        if (element === 't') listens = false
        else if (element === 'rPh') phonetic -= 1
        else if (element === 'si') strings.push(unescaped(text))
      },
    })
  return strings
}

/** How the numbers of each cell style are shown. */
function readFormats(bytes: Uint8Array | undefined): CellFormat[] {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let within = false
  if (bytes)
    readXmlPart(bytes, {
      open(element, attribute) {
        if (element === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
        else if (element === 'cellXfs') within = true
        else if (element === 'xf' && within) {
          const id = Number(attribute('numFmtId') ?? 0)
          formats.push(cellFormat(id, codes.get(id)))
        }
      },
      close(element) {
        if (element === 'cellXfs') within = false
      },
    })
  return formats
}
