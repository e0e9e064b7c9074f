import { BpmnModdle } from 'bpmn-moddle'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addEntity } from '#lib/board/commands/writer.ts'
import { readBoard } from '#lib/board/model.ts'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { exportFormats } from '#lib/export/index.ts'
import { xlsx } from '#lib/export/xlsx.ts'

/** What the gate lets a client write as the source of a note, a link or a lane: any short text. */
const sources = [
  '{',
  '[]',
  'null',
  '['.repeat(4_000),
  '{"__proto__":{"format":"bpmn"}}',
  ...['bpmn:Nope', 'bpmn:Definitions', 'bpmn:SequenceFlow', 'bpmn:Lane', 'bpmn:BoundaryEvent', 'bpmn:SubProcess'].map(
    type => JSON.stringify({ format: 'bpmn', type, event: 'bpmn:NopeEventDefinition', attachedTo: 'a', parent: 'a' }),
  ),
  JSON.stringify({ format: 'bpmn', type: 'bpmn:Task', pool: '__proto__', parent: 'constructor' }),
  JSON.stringify({ format: 'canvas', keys: { id: 7, type: 'file', x: 'far', __proto__: { y: 1 }, toString: 1 } }),
  JSON.stringify({ format: 'excalidraw', keys: { type: 'frame', points: null } }),
]

const about = { title: 'Coffee', customer: '', process: '', tags: [], at: 0, authorName: () => null }

test('letters that XML cannot hold leave a BPMN file and a workbook that can be read', async () => {
  const doc = new Y.Doc()
  const text = 'Orders\u0000 a\u0001 coffee\ufffe'
  addEntity({ doc, newId: () => 'x' }, 'notes', 'a', { kind: 'step', pos: [0, 0], text })
  const board = readBoard(doc)
  const { warnings } = await new BpmnModdle().fromXML(String(await bpmnExport.write(board, about)))
  expect(warnings).toEqual([])
  expect(await bpmnExport.write(board, about)).toContain('Orders\ufffd a\ufffd coffee\ufffd')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await xlsx.write(board, about)) as unknown as ArrayBuffer)
  expect(JSON.stringify(book.getWorksheet('Steps')?.getRow(2).values)).toContain('Orders\ufffd a\ufffd coffee\ufffd')
})

for (const source of sources)
  test(`a board with the source ${source.slice(0, 60)} can be exported in every format`, async () => {
    const doc = new Y.Doc()
    const writer = { doc, newId: () => 'x' }
    addEntity(writer, 'lanes', 'lane', { name: 'Customer', actor: 'customer', order: 'a0', source })
    addEntity(writer, 'notes', 'a', { kind: 'step', pos: [0, 0, 'lane'], text: 'Orders', source })
    addEntity(writer, 'notes', 'b', { kind: 'decision', pos: [300, 0], text: '\u0000]]>', source })
    addEntity(writer, 'links', 'l', { ends: ['a', 'b'], source })
    const board = readBoard(doc)
    for (const format of exportFormats) {
      const written = await format.write(board, about)
      expect(written.length, format.id).toBeGreaterThan(0)
    }
  })
