import { describe, expect, test } from 'vitest'
import { planOf } from '#lib/board/plan.ts'
import { csv } from '#lib/export/csv.ts'
import { excalidrawExport } from '#lib/export/excalidraw.ts'
import { exportFormats } from '#lib/export/index.ts'
import { jsonExport } from '#lib/export/json.ts'
import { jsonCanvasExport } from '#lib/export/json-canvas.ts'
import { markdown } from '#lib/export/markdown.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { readFile } from '#lib/import/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { templateBoards } from '#tests/drivers/exported.ts'
import { fixture, fixtures } from '#tests/drivers/shared.ts'

const about = {
  title: 'Coffee & <b>cake</b>',
  customer: 'Guest',
  process: 'Coffee',
  tags: [],
  at: 0,
  authorName: () => 'Ann',
}
const bytes = (text: string) => new TextEncoder().encode(text)
const wall = () =>
  wallOf({
    lanes: [
      { id: 'guest', name: 'Guest', actor: 'customer', height: 240 },
      { id: 'waiter', name: 'Waiter, "the" one', actor: 'front-stage', height: 240 },
    ],
    notes: [
      { id: 'a', kind: 'step', text: '=HYPERLINK("http://evil")\nOrders', x: 40, y: 40 },
      {
        id: 'b',
        kind: 'decision',
        text: 'Was ist ein „Doppelter“? ☕',
        x: 300,
        y: 300,
        verdict: 'eliminate',
        size: [200, 120],
      },
      { id: 'c', kind: 'idea', text: '<script>alert(1)</script>', x: 300, y: 40, place: 'parking' },
    ],
    links: [{ id: 'l', from: 'a', to: 'b', text: 'then' }],
    outcomes: [{ id: 'main', promise: 'Your coffee in four minutes.' }],
  })

test('our JSON comes back without loss', async () => {
  const { board } = wall()
  const { plan, title } = await readFile('board.json', bytes(String(jsonExport.write(board, about))))
  expect(plan).toEqual(planOf(board))
  expect(planOf(wallOf(plan).board)).toEqual(planOf(board))
  expect(title).toBe(about.title)
})

test('our JSON keeps comments, groups, tags, views, locks and verdicts', async () => {
  const { board } = wallOf({
    groups: [{ id: 'g', name: 'What hurts' }],
    views: [{ id: 'v', name: 'The bar', rect: [0, 0, 800, 400] }],
    notes: [
      { id: 'a', kind: 'pain', text: 'Cold', x: 0, y: 0, group: 'g', tags: ['summer', 'bar'], locked: true },
      { id: 'b', kind: 'pain', text: 'Late', x: 300, y: 0, group: 'g', verdict: 'improve', improved: 'In time' },
    ],
    links: [{ id: 'l', from: 'a', to: 'b', sides: ['bottom', 'top'], share: 0.5 }],
    comments: [
      { id: 'k', on: 'a', parent: null, text: 'Every night?', at: 7, resolved: true },
      { id: 'k2', on: 'a', parent: 'k', text: 'Yes', at: 8, accepted: true },
    ],
  })
  const { plan } = await readFile('board.json', bytes(String(jsonExport.write(board, about))))
  expect(plan).toEqual(planOf(board))
  expect(planOf(wallOf(plan).board)).toEqual(planOf(board))
  expect(plan.comments).toHaveLength(2)
  expect(plan.notes[0]).toMatchObject({ tags: ['summer', 'bar'], group: 'g', locked: true })
})

test('JSON that is cut off is refused with the line on which it ends', async () => {
  await expect(readFile('cut.json', bytes('{"data":[\n{"id":"1",\n'))).rejects.toThrow(
    /^Line 2: This is not valid JSON/,
  )
})

test('CSV goes out harmless for spreadsheets and comes back with kinds, lanes and texts', async () => {
  const written = String(csv.write(wall().board, about))
  expect(written.startsWith('\uFEFFid,kind,text,lane')).toBe(true)
  expect(written).toContain(`"'=HYPERLINK(""http://evil"")\nOrders"`)
  const { plan } = await readFile('notes.csv', bytes(written))
  expect(plan.notes.map(note => [note.kind, note.text])).toEqual(
    expect.arrayContaining([['step', '=HYPERLINK("http://evil")\nOrders']]),
  )
  expect(plan.lanes.map(lane => lane.name)).toEqual(['Guest', 'Waiter, "the" one'])
})

test('a workbook of ours comes back as its notes, negative places and formulas included', async () => {
  const { board } = wallOf({
    lanes: [{ id: 'guest', name: 'Guest', actor: 'customer', height: 240 }],
    notes: [
      { id: 'a', kind: 'step', text: '=1+1, he said "no"\nthen left', x: -40, y: 40 },
      { id: 'b', kind: 'decision', text: 'What is a double?', x: 300, y: 40, verdict: 'improve' },
    ],
  })
  const { plan, losses, format } = await readFile('board.xlsx', (await xlsx.write(board, about)) as Uint8Array)
  expect(format.label).toBe('Excel')
  expect(plan.notes.map(({ kind, text, x, verdict }) => [kind, text, x, verdict])).toEqual([
    ['step', '=1+1, he said "no"\nthen left', -40, undefined],
    ['decision', 'What is a double?', 300, 'improve'],
  ])
  expect(plan.lanes.map(lane => lane.name)).toEqual(['Guest'])
  expect(losses).toEqual([expect.stringMatching(/^Only the first sheet is read; left out: Steps, /)])
})

test.each([
  ['semicolons', 'text;lane\r\nOrders;Guest\r\n'],
  ['tabs', 'text\tlane\nOrders\tGuest'],
])('CSV with %s is recognised', async (_, text) => {
  const { plan } = await readFile('list.csv', bytes(text))
  expect(plan.notes.map(note => note.text)).toEqual(['Orders'])
  expect(plan.lanes.map(lane => lane.name)).toEqual(['Guest'])
})

test('JSON Canvas gives notes, geometry and unknown keys back', async () => {
  const file = {
    nodes: [
      { id: 'g', type: 'group', x: -10, y: -10, width: 400, height: 300, label: 'Cluster' },
      { id: 'n1', type: 'text', x: 0, y: 0, width: 200, height: 120, text: 'One', color: '4', pinned: true },
      { id: 'n2', type: 'text', x: 600, y: 0, width: 200, height: 120, text: 'Two' },
    ],
    edges: [{ id: 'e', fromNode: 'n1', fromSide: 'right', toNode: 'n2', toSide: 'left', label: 'to', weight: 3 }],
  }
  const { plan } = await readFile('x.canvas', bytes(JSON.stringify(file)))
  expect(plan.groups).toEqual([{ id: 'g', name: 'Cluster' }])
  expect(plan.notes[0]).toMatchObject({ text: 'One', group: 'g' })
  const back = JSON.parse(String(jsonCanvasExport.write(wallOf(plan).board, about)))
  expect(back.nodes.find((node: { id: string }) => node.id === 'n1')).toEqual(file.nodes[1])
  expect(back.edges).toEqual(file.edges)
})

test('Excalidraw gives boxes, texts and bound arrows back', async () => {
  const written = String(excalidrawExport.write(wall().board, about))
  const { plan } = await readFile('x.excalidraw', bytes(written))
  expect(plan.notes.map(note => note.text)).toEqual(
    expect.arrayContaining(['Was ist ein „Doppelter“? ☕', '<script>alert(1)</script>']),
  )
  expect(plan.links).toMatchObject([{ from: 'a', to: 'b', text: 'then' }])
})

test('an Excalidraw file is tied both ways, breaks its texts, and shows one version of the board', async () => {
  const { board } = templateBoards().find(one => one.name === 'coffee') ?? { board: wall().board }
  type Element = Record<'id' | 'type' | 'text' | 'originalText' | 'containerId', string> & {
    boundElements: { id: string }[]
    startBinding: { elementId: string }
    endBinding: { elementId: string }
  }
  const elementsOf = (view: 'as-is' | 'to-be'): Element[] =>
    JSON.parse(String(excalidrawExport.write(board, { ...about, picture: { view } }))).elements
  const [before, after] = [elementsOf('as-is'), elementsOf('to-be')]
  const byId = new Map(before.map(one => [one.id, one]))
  const holds = (id: string, bound: string) => byId.get(id)?.boundElements.some(one => one.id === bound)
  for (const one of before) {
    if (one.type === 'text' && one.containerId) expect(holds(one.containerId, one.id), one.text).toBe(true)
    if (one.type !== 'arrow') continue
    expect(holds(one.startBinding.elementId, one.id)).toBe(true)
    expect(holds(one.endBinding.elementId, one.id)).toBe(true)
  }
  const wrapped = before.find(one => one.originalText === 'Hands the order to the barista')
  expect(wrapped?.text).toMatch(/^Hands the order\b.*\n.*barista$/s)
  const texts = (elements: Element[]) => elements.map(one => one.originalText)
  expect(texts(before)).toContain('Takes the order')
  expect(texts(after)).not.toContain('Takes the order')
})

test('what is parked lies under the wall in other tools, and what is in the inbox is not there', async () => {
  const { board } = wallOf({
    lanes: [{ id: 'guest', name: 'Guest', actor: 'customer', height: 240 }],
    notes: [
      { id: 'a', kind: 'step', text: 'Orders', x: 40, y: 40 },
      { id: 'b', kind: 'idea', text: 'Later', x: 40, y: 40, place: 'parking' },
      { id: 'c', kind: 'idea', text: 'Not yet', x: 40, y: 40, place: 'inbox' },
    ],
  })
  for (const format of [jsonCanvasExport, excalidrawExport]) {
    const { plan } = await readFile(`x.${format.extension}`, bytes(String(format.write(board, about))))
    const parked = plan.notes.find(note => note.text === 'Later')
    expect(parked?.y, format.id).toBeGreaterThan(240)
    expect(plan.notes.map(note => note.text)).not.toContain('Not yet')
  }
})

test('lanes and named groups come back from JSON Canvas', async () => {
  const { board } = wallOf({
    lanes: [
      { id: 'guest', name: 'Guest', actor: 'customer', height: 240 },
      { id: 'bar', name: 'Barista', actor: 'back-stage', height: 300 },
    ],
    groups: [{ id: 'g', name: 'What hurts' }],
    notes: [
      { id: 'a', kind: 'pain', text: 'Cold', x: 40, y: 300, group: 'g' },
      { id: 'b', kind: 'pain', text: 'Late', x: 300, y: 300, group: 'g' },
      { id: 'c', kind: 'step', text: 'Orders', x: 40, y: 40 },
    ],
  })
  const { plan } = await readFile('x.canvas', bytes(String(jsonCanvasExport.write(board, about))))
  expect(plan.lanes.map(({ name, actor, height }) => [name, actor, height])).toEqual([
    ['Guest', 'customer', 240],
    ['Barista', 'back-stage', 300],
  ])
  expect(plan.groups).toEqual([{ id: 'g', name: 'What hurts' }])
  expect(plan.notes.map(({ id, group }) => [id, group])).toEqual([
    ['a', 'g'],
    ['b', 'g'],
    ['c', undefined],
  ])
  expect(wallOf(plan).board.notes.get('a')?.lane).toBe('bar')
})

test('an Excalidraw library of version 1 and of version 2 is read', async () => {
  const box = { id: 'b', type: 'rectangle', x: 0, y: 0, width: 100, height: 60 }
  for (const library of [{ library: [[box], [box]] }, { libraryItems: [{ elements: [box] }, { elements: [box] }] }]) {
    const { plan } = await readFile('x.excalidrawlib', bytes(JSON.stringify({ type: 'excalidrawlib', ...library })))
    expect(plan.notes).toHaveLength(2)
  }
})

test('Miro items keep their text as text, their colour and their connectors', async () => {
  const data = [
    {
      id: '1',
      type: 'sticky_note',
      data: { content: '<p>Guest &amp; waiter</p><p>2nd &lt;line&gt;</p>' },
      style: { fillColor: 'light_pink' },
      position: { x: 0, y: 0 },
    },
    { id: '2', type: 'shape', data: { content: 'Pay', shape: 'rhombus' }, position: { x: 500, y: 0 } },
    { id: '3', type: 'image', position: { x: 0, y: 0 } },
    { id: '4', type: 'connector', startItem: { id: '1' }, endItem: { id: '2' }, captions: [{ content: '<b>yes</b>' }] },
  ]
  const { plan, losses } = await readFile('miro.json', bytes(JSON.stringify({ data })))
  expect(plan.notes[0]).toMatchObject({ text: 'Guest & waiter\n2nd <line>', colour: 'pink' })
  expect(plan.notes[1]).toMatchObject({ kind: 'decision' })
  expect(plan.links).toMatchObject([{ from: '1', to: '2', text: 'yes' }])
  expect(losses).toEqual(['An image has no counterpart and is left out.'])
})

test('the Markdown report cannot smuggle markup', () => {
  expect(String(markdown.write(wall().board, about))).toContain('\\<script\\>')
})

test.each(exportFormats.map(format => [format.id, format] as const))(
  '%s writes a board without notes, too',
  async (_, format) => {
    expect((await format.write(wallOf({}).board, about)).length).toBeGreaterThan(0)
  },
)

describe('a broken file is refused with the reason, and nothing is half-imported', () => {
  test.each([
    ['board.json', '{"format":"brownpaper-board","version":1,\n"board":{', /Line 2|not valid JSON/],
    ['board.json', '{"format":"brownpaper-board","version":99,"board":{}}', /newer Brownpaper/],
    [
      'board.json',
      '{"format":"brownpaper-board","version":1,"board":{"notes":[{"id":"a","kind":"step","x":1e99,"y":0}]}}',
      /notes\.0\.x/,
    ],
    ['list.csv', 'text,lane\nfine,Guest\n"open,Guest\n', /^Line 3: A quotation mark/],
    ['list.csv', 'text,lane\n', /nothing in this file to put on a wall/],
    ['x.excalidraw', '{"type":"excalidraw","elements":[]}', /nothing in this file to put on a wall/],
    ['list.csv', 'text,x\nfine,here\n', /^Line 2: “here” in column x is not a number/],
    ['x.excalidraw', '{"type":"excalidraw"}', /not an Excalidraw/],
    ['x.canvas', '{"nodes":[{"id":1}]}', /nothing in this file.*A damaged card/],
    ['picture.png', 'PNG', /can be imported/],
  ])('%s %#', async (name, text, reason) => {
    await expect(readFile(name, bytes(text))).rejects.toThrow(reason)
  })
  test('a file of 21 MB', async () => {
    await expect(readFile('big.json', new Uint8Array(21 * 1024 * 1024))).rejects.toThrow('21 MB')
  })
})

test.skipIf(!fixtures)('the sample canvas of its authors is read', async () => {
  const { plan } = await readFile('sample.canvas', fixture('canvas/sample.canvas'))
  expect(plan.notes).toHaveLength(4)
  expect(plan.links).toHaveLength(1)
})
