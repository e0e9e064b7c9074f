import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { jsonCanvasExport } from '#lib/export/json-canvas.ts'
import { readFile } from '#lib/import/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about } from '#tests/drivers/exported.ts'

const read = (name: string, file: object) => readFile(name, strToU8(JSON.stringify(file)))
const linksOf = async (...args: Parameters<typeof read>) =>
  (await read(...args)).plan.links.map(({ from, to, text }) => [from, to, text])

describe('Excalidraw', () => {
  const box = (id: string, x: number) => ({ id, type: 'rectangle', x, y: 0, width: 100, height: 60 })
  const tied = (more: object) => ({
    id: 'l',
    x: 100,
    y: 30,
    width: 100,
    height: 0,
    points: [
      [0, 0],
      [100, 0],
    ],
    startBinding: { elementId: 'a' },
    endBinding: { elementId: 'b' },
    ...more,
  })
  const drawing = (...elements: object[]) => ({
    type: 'excalidraw',
    elements: [box('a', 0), box('b', 200), ...elements],
  })
  test('a line with a head is an arrow, and its text the label of the link', async () => {
    const label = { id: 't', type: 'text', x: 120, y: 20, width: 20, height: 20, text: 'yes', containerId: 'l' }
    const file = drawing(tied({ type: 'line', endArrowhead: 'arrow' }), label)
    expect(await linksOf('x.excalidraw', file)).toEqual([['a', 'b', 'yes']])
    expect((await read('x.excalidraw', file)).plan.notes).toHaveLength(2)
  })
  test('an arrow with its head at the beginning leads the other way', async () => {
    const file = drawing(tied({ type: 'arrow', startArrowhead: 'arrow', endArrowhead: null }))
    expect(await linksOf('x.excalidraw', file)).toEqual([['b', 'a', '']])
  })
  test('thousands of boxes each with a loose text are as many notes', async () => {
    const at = (i: number) => ({ x: (i % 50) * 200, y: Math.floor(i / 50) * 100 })
    const elements = Array.from({ length: 2_000 }, (_, i) => [
      { id: `b${i}`, type: 'rectangle', ...at(i), width: 150, height: 60 },
      { id: `t${i}`, type: 'text', x: at(i).x + 10, y: at(i).y + 10, width: 40, height: 20, text: `Text ${i}` },
    ]).flat()
    const { plan } = await read('x.excalidraw', { type: 'excalidraw', elements })
    expect(plan.notes.map(note => note.text)).toEqual(Array.from({ length: 2_000 }, (_, i) => `Text ${i}`))
  })
})

describe('JSON Canvas', () => {
  const card = (id: string, x: number) => ({ id, type: 'text', text: id, x, y: 0, width: 100, height: 60 })
  test('a head at the beginning alone leads the other way, and does so after an export too', async () => {
    const edge = { id: 'e', fromNode: 'a', toNode: 'b', fromEnd: 'arrow', toEnd: 'none', color: '1' }
    const file = { nodes: [card('a', 0), card('b', 200)], edges: [edge] }
    expect(await linksOf('x.canvas', file)).toEqual([['b', 'a', '']])
    const { plan } = await read('x.canvas', file)
    const out = await jsonCanvasExport.write(wallOf(plan).board, about)
    const again = await readFile('x.canvas', typeof out === 'string' ? strToU8(out) : out)
    expect(again.plan.links.map(({ from, to }) => [from, to])).toEqual([['b', 'a']])
  })
  test('a damaged card is left out and named; the others are read', async () => {
    const { plan, losses } = await read('x.canvas', { nodes: [card('a', 0), { ...card('b', 0), x: '10' }] })
    expect(plan.notes.map(note => note.id)).toEqual(['a'])
    expect(losses).toEqual(['A damaged card is left out.'])
  })
})

test('JSON of other programs is of no kind known, not damaged', async () => {
  for (const file of [
    { lists: [], cards: [] },
    { nodes: [{ id: '1', position: { x: 0, y: 0 } }], edges: [] },
  ])
    await expect(read('other.json', file)).rejects.toThrow(/is of no kind that can be imported/)
})

test('an empty file is said to be empty', async () => {
  for (const name of ['x.csv', 'x.canvas', 'x.xlsx'])
    await expect(readFile(name, new Uint8Array())).rejects.toThrow('This file is empty.')
})
