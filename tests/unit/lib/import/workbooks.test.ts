import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readFile } from '#lib/import/index.ts'

const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${rels}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** A workbook of one sheet, with whatever else is to be in it. */
const workbook = (sheet: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relations([['r', 'officeDocument', 'xl/workbook.xml']]),
        'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="${rels}"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations([
          ['a', 'worksheet', 'worksheets/sheet1.xml'],
          ['b', 'sharedStrings', 'sharedStrings.xml'],
          ['c', 'styles', 'styles.xml'],
        ]),
        'xl/worksheets/sheet1.xml': sheet,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
const rowsOf = (rows: string, after = '') =>
  `<worksheet xmlns="${ns}"><sheetData>${rows}</sheetData>${after}</worksheet>`
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const textsOf = async (bytes: Uint8Array) => (await readFile('x.xlsx', bytes)).plan.notes.map(note => note.text)

test('elements with a prefix, shared strings in runs, and without the reading aids of Japanese', async () => {
  const strings = `<x:sst xmlns:x="${ns}"><x:si><x:t>text</x:t></x:si><x:si><x:r><x:t>Take </x:t></x:r><x:r><x:t xml:space="preserve">the &amp; order_x000D_</x:t></x:r></x:si><x:si><x:t>注文</x:t><x:rPh sb="0" eb="2"><x:t>チュウモン</x:t></x:rPh></x:si></x:sst>`
  const row = (line: number, string: number) =>
    `<x:row r="${line}"><x:c r="A${line}" t="s"><x:v>${string}</x:v></x:c></x:row>`
  const sheet = `<x:worksheet xmlns:x="${ns}"><x:sheetData>${row(1, 0)}${row(2, 1)}${row(3, 2)}</x:sheetData></x:worksheet>`
  expect(await textsOf(workbook(sheet, { 'xl/sharedStrings.xml': strings }))).toEqual(['Take the & order\n', '注文'])
})

test('numbers are shown as their cells show them: dates, times, shares, and no tail of binary fractions', async () => {
  const styles = `<styleSheet xmlns="${ns}"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`
  const numbers: [value: string, style: number][] = [
    ['0.30000000000000004', 0],
    ['46356', 1],
    ['46356.5', 2],
    ['0.95', 3],
    ['1.0625', 4],
    ['0.5', 5],
  ]
  const rows = numbers.map(
    ([value, style], at) => `<row r="${at + 2}"><c r="A${at + 2}" s="${style}"><v>${value}</v></c></row>`,
  )
  const sheet = rowsOf(`<row r="1">${cell('A1', 'text')}</row>${rows.join('')}`)
  expect(await textsOf(workbook(sheet, { 'xl/styles.xml': styles }))).toEqual([
    '0.3',
    '2026-11-30',
    '2026-11-30 12:00',
    '95%',
    '25:30',
    '12:00',
  ])
})

test('a lane that is merged over several rows is the lane of each', async () => {
  const sheet = rowsOf(
    `<row r="1">${cell('A1', 'text')}${cell('B1', 'lane')}</row><row r="2">${cell('A2', 'One')}${cell('B2', 'Front')}</row><row r="3">${cell('A3', 'Two')}</row>`,
    '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
  )
  const { plan } = await readFile('x.xlsx', workbook(sheet))
  expect(plan.notes.map(note => note.lane)).toEqual([plan.lanes[0]?.id, plan.lanes[0]?.id])
})

test('a small workbook that claims to be huge is read as what it holds', async () => {
  const sheet = rowsOf(
    `<row r="1">${cell('A1', 'text')}</row><row r="2">${cell('A2', 'One')}</row><row r="1048576">${cell('XFD1048576', '')}</row>`,
    '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
  )
  expect(await textsOf(workbook(sheet))).toEqual(['One'])
})

test('the sheet lies where the parts say, whatever it is called', async () => {
  const parts = {
    '_rels/.rels': relations([['r', 'officeDocument', '/Book/workbook2.xml']]),
    'Book/workbook2.xml': `<workbook xmlns="${ns}" xmlns:r="${rels}"><sheets><sheet name="Eins" sheetId="1" r:id="a"/></sheets></workbook>`,
    'Book/_rels/workbook2.xml.rels': relations([['a', 'worksheet', '../Sheets/S.xml']]),
    'Sheets/S.xml': rowsOf(`<row>${cell('A1', 'text')}</row><row>${cell('A2', 'Found')}</row>`),
  }
  expect(await textsOf(workbook('<worksheet/>', parts))).toEqual(['Found'])
})

test.each([
  ['an empty sheet', workbook(rowsOf('')), /No sheet of this workbook has a text in it/],
  ['a sheet that is cut off', workbook('<worksheet><sheetData><row'), /cut off or damaged/],
  [
    'a spreadsheet of another program',
    zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
    /no workbook|cannot be opened/,
  ],
  ['the format before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), /password|before 2007/],
])('%s is refused in a sentence', async (_, bytes, reason) => {
  await expect(readFile('x.xlsx', bytes)).rejects.toThrow(reason)
})
