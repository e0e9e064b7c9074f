import { describe, expect, test } from 'vitest'
import { readFile } from '#lib/import/index.ts'
import type { TableChoice } from '#lib/import/tables/read.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { ownFixture } from '#tests/drivers/fixture-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** Text, lane and kind of the notes of a file of tests/fixtures/import. */
async function notesOf(name: string, choice?: TableChoice) {
  const read = await readFile(name, ownFixture(`import/${name}`), choice)
  const lanes = new Map(read.plan.lanes.map(lane => [lane.id, lane.name]))
  const notes = read.plan.notes.map(note => [note.text, lanes.get(note.lane ?? '') ?? null, note.kind])
  return { ...read, notes }
}

describe('tables as other programs write them', () => {
  const threeSteps = [
    ['Take the order', 'Front', 'step'],
    ['Check the stock', 'Back', 'step'],
    ['Pack', 'Back', 'step'],
  ]
  test.each([
    ['a merged row without a text', 'xlsx-merged-empty-row.xlsx'],
    ['colour down to row 6,500', 'xlsx-coloured-down-to-6500.xlsx'],
    ['shapes drawn into a chart', 'xlsx-chart-user-shapes.xlsx'],
    ['a filter by colour', 'xlsx-filter-by-colour.xlsx'],
  ])('a workbook with %s has its three notes', async (_, name) => {
    const { notes, losses } = await notesOf(name)
    expect(notes).toEqual(threeSteps)
    expect(losses).toEqual([])
  })

  test('rows that share an id are all kept, and none takes the id of another', async () => {
    const { plan, losses } = await notesOf('csv-same-id.csv')
    expect(plan.notes.map(note => note.id)).toEqual(['P-10', 'P-10-2', 'P-20', 'row-4', 'row-4-2'])
    expect(losses).toEqual([])
  })

  test('German steps from Excel in its own code page: text, lane, time and cost by their German names', async () => {
    const { notes, plan, look } = await notesOf('table-excel-de-ansi.csv')
    expect(look?.columns.map(column => column.field)).toEqual(['id', 'text', 'lane', 'processing', 'cost'])
    expect(notes.map(([text, lane]) => [text, lane])).toEqual([
      ['Kunde ruft an', 'Kunde'],
      ['Auftrag prüfen', 'Büro'],
      ['Gerät ausliefern', 'Logistik'],
    ])
    expect(plan.notes.map(note => [note.processing, note.cost])).toEqual([
      [2.5, 0],
      [10, 4.2],
      [1440, 12.9],
    ])
    expect(plan.lanes[0]?.actor).toBe('customer')
  })

  test('French steps: accents, a narrow blank between thousands', async () => {
    const { notes, plan } = await notesOf('table-excel-fr.csv')
    expect(notes.map(([text, lane]) => [text, lane])).toEqual([
      ['Le client appelle', 'Client'],
      ['Vérifier la commande', 'Bureau'],
    ])
    expect(plan.notes.map(note => note.processing)).toEqual([2.5, 1440.5])
  })

  test('Polish in the Central European code page, told by its letters or chosen', async () => {
    const texts = ['Zgłoszenie klienta', 'Wyjaśnienie w ciągu tygodnia']
    const told = await notesOf('csv-windows-1250.csv')
    expect(told.look?.encoding).toBe('windows-1250')
    expect(told.notes.map(([text]) => text)).toEqual(texts)
    const wrong = await notesOf('csv-windows-1250.csv', { encoding: 'windows-1252' })
    expect(wrong.look?.notes[0]?.text).toBe('Zg³oszenie klienta')
  })

  test('line ends of old Macs, alone and mixed with others', async () => {
    expect((await notesOf('csv-mac-line-ends.csv')).notes.map(([text, lane]) => [text, lane])).toEqual(
      threeSteps.map(([text, lane]) => [text, lane]),
    )
    const { plan } = await readFile('mixed.csv', bytes('text,lane\r\nA,x\rB,x\nC,y\r\n'))
    expect(plan.notes.map(note => note.text)).toEqual(['A', 'B', 'C'])
    const long = await readFile('long.csv', bytes(`text;lane\r${'Packs the goods;Back\r'.repeat(5_000)}`))
    expect([long.plan.notes.length, long.plan.lanes.length]).toEqual([5_000, 1])
  })

  test("Excel's first line that says the separator is no row", async () => {
    const { notes, look } = await notesOf('csv-sep-line.csv')
    expect(notes.map(([text, lane]) => [text, lane])).toEqual([
      ['Take the order', 'Front'],
      ['Check the stock', 'Back'],
    ])
    expect(look?.separator).toBe('semicolon')
  })

  test("a board as Miro exports it: quoted texts are notes, the frames' names lanes, the title the board's", async () => {
    const { notes, title } = await notesOf('table-miro-export.csv')
    expect(title).toBe('Customer journey workshop')
    expect(notes.map(([text, lane]) => [text, lane])).toEqual([
      ['Customer calls', 'Frame 1'],
      ['Waits in the queue, 10 min', 'Frame 1'],
      ['Agent "forgets" call-back', 'Frame 1'],
      ['Invoice sent twice', 'Frame 2'],
    ])
  })

  test("Jira's issues: summary, key, labels, assignee and description; what is not used is named", async () => {
    const { plan, losses } = await notesOf('table-jira.csv')
    expect(plan.notes).toMatchObject([
      { id: 'CX-12', text: 'Invoice sent twice, customer angry', tags: ['billing', 'invoice'], verdictOwner: 'ann' },
      { id: 'CX-13', text: 'Add call-back field' },
    ])
    expect(plan.comments).toMatchObject([{ on: 'CX-12', text: 'h3. Steps\n# a\n# b' }])
    expect(losses).toEqual(['Not used: “Issue id”, “Issue Type”, “Status”, “Priority”, “Reporter”, “Created”.'])
  })

  test('a list without a header is a list: no row is taken for names', async () => {
    const { notes, look } = await notesOf('table-list-noheader.csv')
    expect(notes.map(([text]) => text)).toEqual(['Customer calls', 'Check order', 'Ship'])
    expect(look?.header).toBeNull()
  })

  test('a row without a text is no note; merged cells, a second sheet and dates do no harm', async () => {
    const { notes, losses, look } = await notesOf('table-openpyxl.xlsx')
    expect(notes).toEqual([
      ['Kunde ruft an', 'Kunde', 'step'],
      ['Auftrag prüfen\nund buchen', 'Büro', 'step'],
      ['42', 'Büro', 'plain'],
    ])
    expect(losses).toEqual([
      'A row without a text is left out.',
      'Not used: “Datum”.',
      'Only the first sheet is read; left out: Notizen.',
    ])
    expect(look?.columns[3]?.samples).toEqual(['2026-11-30', '3.5'])
    expect((await notesOf('table-openpyxl.xlsx', { sheet: 1 })).notes).toEqual([['x', null, 'plain']])
  })

  test('a title above the names of the columns is the title, not a row', async () => {
    const { notes, title, look } = await notesOf('table-title-row.xlsx')
    expect(notes).toEqual([['Kunde ruft an', 'Kunde', 'plain']])
    expect(title).toBe('Prozessaufnahme Kfz-Schaden')
    expect(look?.header).toBe(3)
  })
})

describe('what a person chooses', () => {
  const table = bytes('a;b;c\nPack;Back;1\nShip;Front;2\n')
  const texts = async (choice: TableChoice) =>
    (await readFile('list.csv', table, choice)).plan.notes.map(note => note.text)
  test('the row of the names, or none', async () => {
    expect(await texts({ header: 1 })).toEqual(['Pack', 'Ship'])
    expect(await texts({ header: null })).toEqual(['a', 'Pack', 'Ship'])
  })
  test('the separator, and what each column is', async () => {
    expect(await texts({ separator: 'comma', header: null })).toEqual(['a;b;c', 'Pack;Back;1', 'Ship;Front;2'])
    const { plan } = await readFile('list.csv', table, { header: 1, columns: ['lane', 'text', 'follows'] })
    expect(plan.notes.map(note => note.text)).toEqual(['Back', 'Front'])
    expect(plan.lanes.map(lane => lane.name)).toEqual(['Pack', 'Ship'])
  })
  test('no text at all is refused in a sentence', async () => {
    await expect(readFile('list.csv', table, { header: 1, columns: ['lane'] })).rejects.toThrow(/nothing in this file/)
  })
})

test('what follows what becomes links: by number, by text, as planning programs write it', async () => {
  const { plan, losses } = await readFile(
    'plan.csv',
    bytes('Nr;Vorgang;Vorgänger\n1;Annehmen;\n2;Prüfen;1\n3;Buchen;1FS+2 Tage,2\n4;Senden;Buchen\n5;Ende;99\n'),
  )
  expect(plan.links.map(({ from, to }) => `${from}>${to}`)).toEqual(['1>2', '1>3', '2>3', '3>4'])
  expect(losses).toEqual(['“99” names no row that it could be linked to.'])
})

test('times have the unit of their column or their own, and a value that is no number is named', async () => {
  const { plan, losses } = await readFile(
    'times.csv',
    bytes('step;Duration (h);Waiting time\nA;1,5;1:30\nB;n/a;2 h 10 min\nC;0,5;20\n'),
  )
  expect(plan.notes.map(note => [note.processing, note.waiting])).toEqual([
    [90, 90],
    [undefined, 130],
    [30, 20],
  ])
  expect(losses).toEqual(['“n/a” is no number for Duration (h); left out.'])
})

test("the customer's lane comes on top of the wall, and its notes with it, wherever the table names it", async () => {
  const { plan } = await readFile('x.csv', bytes('text,lane\nChecks,Office\nCalls,Customer\nPacks,Office\n'))
  const { board } = wallOf(plan)
  expect(board.lanes.map(lane => lane.name)).toEqual(['Customer', 'Office'])
  for (const note of board.notes.values()) {
    const lane = board.lanes.find(one => one.id === note.lane)
    expect(lane?.name).toBe(note.text === 'Calls' ? 'Customer' : 'Office')
    expect(note.y - (lane?.top ?? 0)).toBe(64)
  }
})

test('rows without a lane lie on open paper, not in the first lane', async () => {
  const { plan } = await readFile('x.csv', bytes('text,lane\nA,Front\nB,\n'))
  expect(plan.notes[1]?.lane).toBeUndefined()
  expect(plan.notes[1]?.y).toBeGreaterThan(plan.lanes[0]?.height ?? 0)
})

test.each([
  [
    'commas in a column called text',
    'text\nTake the order, then pack\nShip, at last\n',
    ['Take the order, then pack', 'Ship, at last'],
  ],
  ['sentences with commas', 'Customer calls, angry\nShip, at last\n', ['Customer calls, angry', 'Ship, at last']],
  ['a quote that is not around the cell', 'text,lane\n"Now" he said,Front\n', ['"Now" he said']],
  ['a column PK first', 'PK;Name\n1;Pack\n2;Ship\n', ['Pack', 'Ship']],
  [
    'a text about BPMN',
    'text,lane\nhttp://www.omg.org/spec/BPMN/20100524/MODEL,Front\n',
    ['http://www.omg.org/spec/BPMN/20100524/MODEL'],
  ],
  ['words of JSON', 'text\n"{ ""nodes"": [] }"\n', ['{ "nodes": [] }']],
])('%s is read as it stands', async (_, text, texts) => {
  const { plan } = await readFile('list.csv', bytes(text))
  expect(plan.notes.map(note => note.text)).toEqual(texts)
})

test.each([
  ['windows-1251', 'Текст;Роль\nКлиент звонит;Клиент\nПроверить заказ;Офис\n'],
  ['windows-1252', 'Schritt;Rolle\nKunde müßte älter sein;Büro\n'],
  ['utf-16le', 'text\tlane\nOrders\tGuest\nPays\tGuest\n'],
  ['macintosh', 'text;lane\nGerät prüfen;Büro\nÄndern für später;Büro\n'],
  ['shift_jis', '手順,担当\n注文を受ける,フロント\nデータを確認する,事務\n'],
])('texts in %s are told by their letters', async (encoding, text) => {
  const { plan, look } = await readFile('list.csv', encoded(text, encoding))
  expect(plan.notes.map(note => note.text)).toEqual(
    text
      .split('\n')
      .slice(1, -1)
      .map(line => line.split(/[;,\t]/)[0]),
  )
  expect(look?.encoding).toBe(encoding)
})

/** A text in an older encoding: what decodes to its letters. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return new Uint8Array(new Uint16Array([...text].map(char => char.charCodeAt(0))).buffer)
  const decoder = new TextDecoder(encoding)
  const codes = new Map<string, number[]>()
  for (let a = 255; a >= 0; a -= 1) {
    for (let b = 255; b >= 0x40 && encoding === 'shift_jis' && a > 0x80; b -= 1)
      codes.set(decoder.decode(Uint8Array.of(a, b)), [a, b])
    codes.set(decoder.decode(Uint8Array.of(a)), [a])
  }
  return Uint8Array.from([...text].flatMap(char => codes.get(char) ?? [0x3f]))
}
