import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readFile } from '#lib/import/index.ts'
import { dateReader } from '#lib/import/tables/dates.ts'
import { numberReader } from '#lib/import/tables/numbers.ts'

const read = (text: string) => readFile('list.csv', strToU8(text))
const fieldsOf = async (text: string) =>
  Object.fromEntries(
    (await read(text)).look?.columns.flatMap(({ name, field }) => (field ? [[name, field]] : [])) ?? [],
  )

describe('lists that other programs write', () => {
  test('Trello: cards, their lists as lanes, and no address for a text', async () => {
    expect(
      await fieldsOf(
        'Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List Name\n5f1,Pay,https://trello.com/c/very-long-address,x,red,ann,2026-12-01T10:00:00.000Z,Done\n',
      ),
    ).toEqual({
      'Card ID': 'id',
      'Card Name': 'text',
      'Card Description': 'comment',
      Labels: 'tags',
      Members: 'owner',
      'Due Date': 'due',
      'List Name': 'lane',
    })
  })
  test('Planner: buckets as lanes, and dates with the month first as its other dates say', async () => {
    const { plan } = await read(
      'Task ID,Task Name,Bucket Name,Created Date,Due date\na,Check,Office,11/30/2026,12/01/2026\n',
    )
    expect(plan.lanes.map(lane => lane.name)).toEqual(['Office'])
    expect(plan.notes[0]?.due).toBe('2026-12-01')
  })
  test('Mural: places and colours', async () => {
    expect(await fieldsOf('ID,Text,BG Color,Position X,Position Y\n0-1,Calls,#FCFE7D,120,80\n')).toEqual({
      ID: 'id',
      Text: 'text',
      'BG Color': 'colour',
      'Position X': 'x',
      'Position Y': 'y',
    })
  })
  test('Asana and Visio: what blocks and what is next', async () => {
    const asana = await fieldsOf(
      'Task ID,Name,Section/Column,Blocked By (Dependencies),Blocking (Dependencies)\n1,Take,Front,,Brew\n2,Brew,Back,Take,\n',
    )
    expect(asana).toMatchObject({ 'Section/Column': 'lane', 'Blocking (Dependencies)': 'next' })
    const visio = await read(
      'Process Step ID,Process Step Description,Next Step ID,Function\nP1,Order,P2,Customer\nP2,Ship,,Store\n',
    )
    expect(visio.plan.links.map(({ from, to }) => [from, to])).toEqual([['P1', 'P2']])
  })
  test('a table of Markdown has no row of dashes', async () => {
    const { plan } = await readFile('x.txt', strToU8('| Step | Lane |\n|---|:-:|\n| Pack | Back |\n'))
    expect(plan.notes.map(note => note.text)).toEqual(['Pack'])
  })
})

test.each([
  ['Turkish', 'Adım;Sorumlu;Süre (dk)'],
  ['Swedish', 'Steg;Ansvarig;Tid (min)'],
  ['Finnish', 'Vaihe;Vastuuhenkilö;Kesto'],
  ['Hungarian', 'Lépés;Szerep;Időtartam'],
  ['Ukrainian', 'Крок;Роль;Тривалість'],
  ['Greek', 'Βήμα;Ρόλος;Διάρκεια'],
  ['Romanian', 'Pas;Responsabil;Durată'],
  ['Arabic', 'الخطوة;الدور;المدة'],
  ['Hebrew', 'שלב;תפקיד;משך'],
  ['Thai', 'ขั้นตอน;แผนก;เวลา'],
  ['Hindi', 'चरण;भूमिका;समय'],
  ['German', 'Schritt;Verantwortlich;Dauer in Stunden'],
  ['English', 'Step;Role / department;Processing, min'],
])('columns of a table in %s', async (_, header) => {
  const { look } = await read(`${header}\nA b;Front;5\nC d;Back;10\n`)
  expect(look?.columns.map(column => column.field)).toEqual(['text', 'lane', 'processing'])
})

test('days as people write them; one that may be two is left out rather than guessed', () => {
  const plain = dateReader([])
  for (const written of [
    '2026-12-01',
    '1.12.26',
    'Di 01.12.2026',
    '01-12-2026',
    '1-Dec-2026',
    '01/Dec/26 9:00 AM',
    'December 1, 2026',
    'Tuesday, December 1, 2026',
    '1. Dezember 2026',
    '1er décembre 2026',
    '1 de diciembre de 2026',
    '2026年12月1日',
    '2026. 12. 1.',
    '2026-12-01T10:00:00.000Z',
    '1796083200000',
  ])
    expect(plain(written), written).toBe('2026-12-01')
  expect(plain('31.02.2026')).toBeNull()
  expect(plain('soon')).toBeNull()
  expect(plain('02/03/2026')).toBeNull()
  expect(dateReader(['12/31/2026'])('02/03/2026')).toBe('2026-02-03')
  expect(dateReader(['31/12/2026'])('02/03/2026')).toBe('2026-03-02')
})

test('times in the units of many languages', () => {
  const { minutes } = numberReader([])
  for (const [written, right] of [
    ['1h30', 90],
    ['PT2H30M', 150],
    ['3 días', 4320],
    ['2 days?', 2880],
    ['1w 2d', 12_960],
    ['1 óra', 60],
    ['5 นาที', 5],
    ['10 dk', 10],
    ['2 часа', 120],
    ['ca. 10 min', 10],
    ['10-15 min', null],
  ] as const)
    expect(minutes(written, 1), written).toBe(right)
})

test('line ends inside a cell are one sign each', async () => {
  const { plan } = await read('text;lane\r\n"A\r\nB";x\r\n')
  expect(plan.notes[0]?.text).toBe('A\nB')
})

test.each([
  ['windows-1251', 'Шаг;Роль\nПринять заказ;Официант\nПодать счёт гостю;Касса\n', 'Подать счёт гостю'],
  ['koi8-u', 'Шаг;Роль\nПринять заказ;Официант\nПодать счет гостю;Касса\n', 'Подать счет гостю'],
  ['windows-1253', 'Βήμα;Ρόλος\nΛήψη παραγγελίας;Σερβιτόρος\n', 'Λήψη παραγγελίας'],
  ['windows-1255', 'שלב;תפקיד\nקבלת הזמנה;מלצר\n', 'קבלת הזמנה'],
  ['windows-1256', 'الخطوة;الدور\nاستلام الطلب;النادل\n', 'استلام الطلب'],
  ['windows-874', 'ขั้นตอน;แผนก\nรับออเดอร์;ครัว\n', 'รับออเดอร์'],
  ['iso-8859-2', 'Krok;Role\nPřijmout objednávku;Číšník\nZaplatit účet;Žák\n', 'Zaplatit účet'],
  ['iso-8859-15', 'Étape;Rôle\nVérifier le cœur;Équipe\n', 'Vérifier le cœur'],
  ['macintosh', 'Schritt;Rolle\nÜbergabe prüfen;Büro\nGröße messen;Küche\n', 'Größe messen'],
])('the letters tell %s', async (encoding, text, last) => {
  const { plan, look } = await readFile('list.csv', inPage(encoding, text))
  expect(look?.encoding).toBe(encoding)
  expect(plan.notes.at(-1)?.text).toBe(last)
})

/** A text in an encoding of one byte a letter. */
function inPage(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
  return Uint8Array.from(text, letter => bytes.get(letter) ?? 0x3f)
}

describe('ten thousand rows', () => {
  test('one after the other, longer than a wall, lie closer and in order', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `Step ${i};Lane ${i % 7};${i ? `Step ${i - 1}` : ''}`)
    const { plan } = await read(`Step;Lane;Follows\n${rows.join('\n')}\n`)
    expect(plan.links).toHaveLength(9_999)
    const xs = plan.notes.map(note => note.x)
    expect(xs.every((x, i) => i === 0 || x > (xs[i - 1] ?? x))).toBe(true)
  })
  test('fifty thousand of one column fit on the wall', async () => {
    const { plan } = await read(Array.from({ length: 50_000 }, (_, i) => `does thing ${i}`).join('\n'))
    expect(plan.notes).toHaveLength(50_000)
  })
})

describe('workbooks with more than a list', () => {
  const cell = (value: string | number, at: string) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : value.startsWith('#')
        ? `<c r="${at}" t="e"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
  const sheet = (rows: (string | number)[][], merges: string[] = []) =>
    `<worksheet><sheetData>${rows
      .map((row, line) => {
        const cells = row.map((value, c) => (value === '' ? '' : cell(value, `${'ABCDEF'[c]}${line + 1}`)))
        return `<row r="${line + 1}">${cells.join('')}</row>`
      })
      .join(
        '',
      )}</sheetData><mergeCells>${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`
  const open = (sheets: { name: string; xml: string; state?: string }[]) =>
    readFile(
      'x.xlsx',
      zipSync(
        Object.fromEntries(
          Object.entries({
            '[Content_Types].xml': '<Types/>',
            'xl/workbook.xml': `<workbook><sheets>${sheets.map(({ name, state = 'visible' }, i) => `<sheet name="${name}" id="r${i}" state="${state}"/>`).join('')}</sheets></workbook>`,
            'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="s${i}.xml"/>`).join('')}</Relationships>`,
            ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/s${i}.xml`, xml])),
          }).map(([name, text]) => [name, strToU8(text)]),
        ),
      ),
    )
  const steps = { name: 'Steps', xml: sheet([['Step'], ['Pack'], ['Ship']]) }
  const textsOf = async (...args: Parameters<typeof open>) => (await open(...args)).plan.notes.map(note => note.text)

  test('a cover is no list, and neither is a summary of the sheets', async () => {
    const cover = sheet([['Handbook'], ['Version', 3], ['Author', 'Ann']])
    expect(await textsOf([{ name: 'Cover', xml: cover }, steps])).toEqual(['Pack', 'Ship'])
    const summary = sheet([['Exported'], ['Sheet', 'Table', 'Worksheet'], ['1', '1', 'Table 1'], ['x', 'y', 'z']])
    const plain = sheet([['Packs the goods'], ['Ships them']])
    expect(
      await textsOf([
        { name: 'Export Summary', xml: summary },
        { name: 'Table 1', xml: plain },
      ]),
    ).toEqual(['Packs the goods', 'Ships them'])
  })
  test('what is hidden is not what is proposed', async () => {
    const old = {
      name: 'Old',
      xml: sheet([
        ['Step', 'Lane'],
        ['Secret', 'X'],
      ]),
      state: 'hidden',
    }
    const shown = {
      name: 'New',
      xml: sheet([
        ['Step', 'Lane'],
        ['Pack', 'Back'],
      ]),
    }
    expect(await textsOf([old, shown])).toEqual(['Pack'])
  })
  test('names in two rows: the lower ones name the columns under a wide one', async () => {
    const rows = [
      ['Step', 'Lane', 'Time', ''],
      ['', '', 'Processing time', 'Waiting time'],
      ['Pack', 'Back', 2, 3],
    ]
    const { plan, losses } = await open([{ name: 'P', xml: sheet(rows, ['A1:A2', 'B1:B2', 'C1:D1']) }])
    expect(plan.notes).toMatchObject([{ text: 'Pack', processing: 2, waiting: 3 }])
    expect(losses).toEqual([])
  })
  test('a number in merged cells counts once, a lane in them for each row', async () => {
    const rows = [
      ['Lane', 'Step', 'Cost'],
      ['Front', 'A', 10],
      ['', 'B', ''],
      ['', 'C', ''],
    ]
    const { plan } = await open([{ name: 'P', xml: sheet(rows, ['A2:A4', 'C2:C4']) }])
    expect(plan.notes.map(note => note.cost)).toEqual([10, undefined, undefined])
    expect(new Set(plan.notes.map(note => note.lane)).size).toBe(1)
  })
  test('an error of a formula is no lane and no text', async () => {
    const rows = [
      ['Step', 'Lane'],
      ['Pack', '#REF!'],
      ['#N/A', 'Back'],
    ]
    const { plan, losses } = await open([{ name: 'P', xml: sheet(rows) }])
    expect(plan.notes.map(note => note.text)).toEqual(['Pack'])
    expect(plan.lanes).toEqual([])
    expect(losses[0]).toBe('2 cells show an error like #REF! instead of a value; read as empty.')
  })
})
