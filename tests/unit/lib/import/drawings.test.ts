import { describe, expect, test } from 'vitest'
import { excalidrawExport } from '#lib/export/excalidraw.ts'
import { jsonCanvasExport } from '#lib/export/json-canvas.ts'
import { readFile } from '#lib/import/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about } from '#tests/drivers/exported.ts'
import { ownFixture } from '#tests/drivers/fixture-files.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const read = (name: string) => readFile(name, ownFixture(`import/${name}`))
const drawing = (...elements: object[]) =>
  bytes({ type: 'excalidraw', elements: elements.map(one => ({ x: 0, y: 0, width: 100, height: 60, ...one })) })

describe('Excalidraw', () => {
  test('a sticky note and a box are notes with their texts, colour and arrow', async () => {
    const { plan, losses } = await read('excalidraw-stickynote.excalidraw')
    expect(plan.notes).toMatchObject([
      { text: 'Customer waits nine days', colour: 'yellow' },
      { text: 'Clerk calls back' },
    ])
    expect(plan.links).toMatchObject([{ from: 's1', to: 'r1' }])
    expect(losses).toEqual([])
  })

  test.each(['excalidraw-box-and-loose-text.excalidraw', 'grouped-text-not-bound.excalidrawlib'])(
    'a box and the text of its group are one note: %s',
    async name => {
      const { plan } = await read(name)
      expect(plan.notes.map(note => note.text)).not.toContain('')
      expect(plan.notes.every(note => note.group === undefined)).toBe(true)
    },
  )

  test('the text of a container of a kind that is not known is kept', async () => {
    const { plan } = await readFile(
      'x.excalidraw',
      drawing({ id: 'c', type: 'capsule' }, { id: 't', type: 'text', containerId: 'c', text: 'Pack', x: 20, y: 20 }),
    )
    expect(plan.notes).toMatchObject([{ id: 'c', text: 'Pack' }])
  })

  test('several texts on one box stay apart from its neighbours, and a lone text is a note', async () => {
    const { plan } = await readFile(
      'x.excalidraw',
      drawing(
        { id: 'a', type: 'rectangle' },
        { id: 'b', type: 'rectangle', x: 300, width: 400, height: 300 },
        { id: 'inner', type: 'rectangle', x: 320, y: 100 },
        { id: 't1', type: 'text', text: 'On a', x: 20, y: 20, width: 40, height: 20 },
        { id: 't2', type: 'text', text: 'On inner', x: 330, y: 120, width: 40, height: 20 },
        { id: 't3', type: 'text', text: 'Alone', x: 2000 },
      ),
    )
    expect(Object.fromEntries(plan.notes.map(note => [note.id, note.text]))).toEqual({
      a: 'On a',
      b: '',
      inner: 'On inner',
      t3: 'Alone',
    })
  })

  test('an arrow that is tied to nothing links the boxes it goes between', async () => {
    const { plan } = await readFile(
      'x.excalidraw',
      drawing(
        { id: 'a', type: 'rectangle' },
        { id: 'b', type: 'rectangle', x: 300 },
        {
          id: 'l',
          type: 'arrow',
          x: 108,
          y: 30,
          points: [
            [0, 0],
            [180, 0],
          ],
        },
      ),
    )
    expect(plan.links).toMatchObject([{ from: 'a', to: 'b' }])
  })

  test('frames are named groups of what lies in them', async () => {
    const { plan } = await readFile(
      'x.excalidraw',
      drawing(
        { id: 'f', type: 'frame', name: 'Today', width: 900, height: 900 },
        { id: 'a', type: 'rectangle', x: 50, y: 50, frameId: 'f' },
        { id: 'b', type: 'rectangle', x: 350, y: 50, frameId: 'f' },
      ),
    )
    expect(plan.groups).toEqual([{ id: 'f', name: 'Today' }])
    expect(plan.notes.map(note => note.group)).toEqual(['f', 'f'])
  })

  test('what Excalidraw puts on the clipboard is read as a drawing is', async () => {
    const { plan } = await read('excalidraw-clipboard.txt')
    expect(plan.notes.map(note => note.text)).toEqual(['Take the order'])
  })
})

describe('Miro', () => {
  test("what lies in a frame keeps its place on the board, and the frame's title names the group", async () => {
    const { plan } = await read('miro-frames.json')
    const centres = Object.fromEntries(
      plan.notes.map(({ text, x, y, size = [0, 0] }) => [text[0], [x + size[0] / 2, y + size[1] / 2]]),
    )
    expect(centres).toMatchObject({ A: [500, 400], B: [1000, 400], C: [3500, 400], D: [4000, 400] })
    expect(plan.groups.map(group => group.name)).toEqual(['Today', 'Tomorrow'])
    expect(plan.links).toHaveLength(1)
  })

  test('pages in a list are read, one after the other', async () => {
    const page = (id: string) => ({
      data: [{ id, type: 'sticky_note', data: { content: id }, position: { x: 0, y: 0 } }],
    })
    const { plan } = await readFile('miro.json', bytes([page('a'), page('b')]))
    expect(plan.notes.map(note => note.text)).toEqual(['a', 'b'])
  })
})

describe('JSON Canvas', () => {
  test('the order of keys means nothing, and colours are by number or by value', async () => {
    const { plan, format } = await read('canvas-edges-first-one-line.canvas')
    expect(format.id).toBe('json-canvas')
    expect(plan.notes.map(note => note.colour)).toEqual(['red', 'green', expect.any(String), undefined])
    expect(plan.links).toHaveLength(9)
  })

  test('a note that was coloured anew here goes out in its new colour; another as it came', async () => {
    const file = {
      nodes: ['a', 'b'].map(id => ({ id, type: 'text', text: id, x: 0, y: 0, width: 200, height: 80, color: '4' })),
    }
    const { plan } = await readFile('x.canvas', bytes(file))
    const notes = plan.notes.map(note => (note.id === 'a' ? { ...note, colour: 'red' as const } : note))
    const back = JSON.parse(String(jsonCanvasExport.write(wallOf({ ...plan, notes }).board, about)))
    expect(back.nodes.map((node: { color: string }) => node.color)).toEqual(['#e4675c', '4'])
  })
})

test('two things with one id are both kept, whatever wrote them', async () => {
  const node = { id: 'n', type: 'text', text: 'One', x: 0, y: 0, width: 200, height: 80 }
  const box = { id: 'n', type: 'rectangle' }
  const note = { id: 'n', kind: 'step', text: 'One', x: 0, y: 0 }
  const item = { id: 'n', type: 'sticky_note', data: { content: 'One' }, position: { x: 0, y: 0 } }
  const files: [string, Uint8Array][] = [
    ['x.canvas', bytes({ nodes: [node, node] })],
    ['x.excalidraw', drawing(box, { ...box, x: 500 })],
    ['x.json', bytes({ format: 'brownpaper-board', version: 1, board: { notes: [note, note] } })],
    ['miro.json', bytes({ data: [item, item] })],
  ]
  for (const [name, file] of files) {
    const { plan, losses } = await readFile(name, file)
    expect(new Set(plan.notes.map(one => one.id)).size, name).toBe(2)
    expect(losses, name).toEqual([expect.stringMatching(/^An id stands more than once/)])
  }
})

test("a customer's group or band that is not the first one keeps its notes when it comes on top", async () => {
  const band = (id: string, label: string, y: number) => ({
    id,
    type: 'group',
    x: 0,
    y,
    width: 900,
    height: 300,
    label,
  })
  const card = (id: string, y: number) => ({ id, type: 'text', text: id, x: 40, y, width: 200, height: 80 })
  const nodes = [band('g1', 'Office', 0), band('g2', 'Customer', 300), card('checks', 40), card('calls', 350)]
  const { plan } = await readFile('x.canvas', bytes({ nodes }))
  const { board } = wallOf(plan)
  const nameOf = (id: string) => board.lanes.find(lane => lane.id === board.notes.get(id)?.lane)?.name
  expect([nameOf('checks'), nameOf('calls')]).toEqual(['Office', 'Customer'])
  expect(board.notes.get('calls')?.y).toBe(50)
})

test('lanes, kinds and colours of our own drawings come back', async () => {
  const { board } = wallOf({
    lanes: [
      { id: 'guest', name: 'Guest', actor: 'customer', height: 240 },
      { id: 'till', name: '', actor: 'system', height: 300 },
    ],
    notes: [
      { id: 'a', kind: 'pain', text: 'Cold', x: 40, y: 40 },
      { id: 'b', kind: 'step', text: 'Pays', x: 300, y: 300, colour: 'blue' },
    ],
  })
  for (const format of [jsonCanvasExport, excalidrawExport]) {
    const { plan, losses } = await readFile(`x.${format.extension}`, bytes(String(format.write(board, about))))
    expect(
      plan.lanes.map(({ name, actor, height }) => [name, actor, height]),
      format.id,
    ).toEqual([
      ['Guest', 'customer', 240],
      ['', 'system', 300],
    ])
    expect(
      plan.notes.map(({ kind, colour, y }) => [kind, colour, y]),
      format.id,
    ).toEqual([
      ['pain', undefined, 40],
      ['step', 'blue', 300],
    ])
    expect(losses, format.id).toEqual([])
  }
})
