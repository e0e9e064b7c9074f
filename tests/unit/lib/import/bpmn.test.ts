import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import { describe, expect, test } from 'vitest'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { decodeText } from '#lib/import/decode.ts'
import { readFile } from '#lib/import/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about, referenceBoard, templateBoards } from '#tests/drivers/exported.ts'
import { fixture, fixtures, referenceModel, referenceModels } from '#tests/drivers/shared.ts'

/** Counts by the convention of the method: each crossing once, decisions and forks. */
async function counts(path: string) {
  const { plan } = await readFile(path, fixture(path))
  const customers = new Set(plan.lanes.filter(lane => lane.actor === 'customer').map(lane => lane.id))
  const laneOf = new Map(plan.notes.map(note => [note.id, note.lane]))
  const crossings = plan.links.filter(link => laneOf.get(link.from) !== laneOf.get(link.to))
  const mot = crossings.filter(link => [link.from, link.to].some(id => customers.has(laneOf.get(id) ?? ''))).length
  return { mot, bp: crossings.length - mot, br: plan.notes.filter(note => note.kind === 'decision').length }
}

describe.skipIf(!fixtures)('reference models of the BPMN interchange group', () => {
  test.each([
    ['C.2.0', { mot: 4, bp: 2, br: 3 }],
    ['C.1.0', { mot: 0, bp: 9, br: 3 }],
    ['B.1.0', { mot: 0, bp: 3, br: 2 }],
  ])('%s has the points of failure counted by hand', async (name, expected) => {
    expect(await counts(`bpmn-miwg/${name}.bpmn`)).toEqual(expected)
  })
})

/** What bpmn-moddle finds in a file, by type; flows of data and notes aside. */
async function inventory(xml: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
  const found: Record<string, number> = {}
  const visit = (container: Record<string, unknown>) => {
    for (const item of (container.flowElements ?? []) as ({ $type: string } & Record<string, unknown>)[]) {
      if (/Data|CallActivity|^bpmn:(Dummy)/.test(item.$type) && !/CallActivity/.test(item.$type)) continue
      found[item.$type] = (found[item.$type] ?? 0) + 1
      visit(item)
    }
    for (const set of (container.laneSets ?? []) as { lanes?: unknown[] }[])
      found.lanes = (found.lanes ?? 0) + (set.lanes?.length ?? 0)
  }
  for (const root of (rootElement as { rootElements: Record<string, unknown>[] }).rootElements) {
    visit(root)
    if (root.messageFlows) found.messageFlows = (root.messageFlows as unknown[]).length
  }
  return { found, warnings: warnings.map(warning => warning.message) }
}

describe.skipIf(referenceModels.length === 0)('imported and exported again', () => {
  test.each(referenceModels)(
    '%s keeps its tasks, gateways, events, flows and lanes, and is read without a warning',
    async name => {
      const bytes = referenceModel(name)
      const { plan } = await readFile(name, bytes)
      const written = String(await bpmnExport.write(wallOf(plan).board, about))
      const [before, after] = [
        await inventory(decodeText(bytes).replace(/ encoding="[^"]*"/, '')),
        await inventory(written),
      ]
      expect(after.warnings).toEqual([])
      expect(after.found).toEqual(before.found)
    },
  )
})

describe.skipIf(!fixtures)('broken files', () => {
  test('a file that is not BPMN is refused with the reason', async () => {
    await expect(readFile('x.bpmn', fixture('bpmn-broken/not-bpmn.bpmn'))).rejects.toThrow(/not a BPMN 2.0 file/)
  })
  test('the encoding that a file declares is honoured: it is refused for being empty, not as damaged', async () => {
    await expect(readFile('x.bpmn', fixture('bpmn-broken/bad-encoding.bpmn'))).rejects.toThrow(/nothing in this file/)
  })
})

test('a document type or an entity is refused with its line, and nothing is fetched', async () => {
  const xml =
    '<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
  await expect(readFile('x.bpmn', new TextEncoder().encode(xml))).rejects.toThrow('Line 2: A BPMN file has no DOCTYPE')
})

/** The kinds of complaint that bpmnlint's recommended rules have, each with its first element. */
async function complaints(xml: string, category: 'error' | 'warn') {
  const { rootElement } = await new BpmnModdle().fromXML(xml)
  // A linter remembers the flows that it saw.
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() })
  const found = Object.entries(await linter.lint(rootElement))
  return new Set(found.filter(([, reports]) => reports.some(one => one.category === category)).map(([rule]) => rule))
}

describe('bpmnlint', () => {
  test('finds no error in a board of our own, as it is and as it will be', async () => {
    for (const { name, board } of templateBoards())
      for (const view of ['as-is', 'to-be'] as const) {
        const xml = String(await bpmnExport.write(board, { ...about, picture: { view } }))
        // A process in which nothing happens neither begins nor ends.
        const allowed = name === 'blank' ? ['end-event-required', 'start-event-required'] : []
        expect([...(await complaints(xml, 'error'))].sort(), `${name} ${view}`).toEqual(allowed)
      }
  })

  test.skipIf(referenceModels.length === 0).each(referenceModels)(
    'finds no kind of error in %s that was not in it before',
    async name => {
      const before = decodeText(referenceModel(name)).replace(/ encoding="[^"]*"/, '')
      const { board } = await referenceBoard(name)
      const known = await complaints(before, 'error')
      const now = await complaints(String(await bpmnExport.write(board, about)), 'error')
      expect([...now].filter(rule => !known.has(rule))).toEqual([])
    },
  )
})

test('the events that a path of our own begins and ends with do not come back as notes', async () => {
  const { board } = wallOf({
    lanes: [{ id: 'guest', name: 'Guest', actor: 'customer', height: 240 }],
    notes: ['a', 'b', 'alone'].map((id, i) => ({ id, kind: 'step' as const, text: id, x: 60 + i * 220, y: 40 })),
    links: [{ id: 'l', from: 'a', to: 'b' }],
  })
  const xml = String(await bpmnExport.write(board, about))
  expect(xml.match(/<bpmn:(start|end)Event /g)).toHaveLength(2)
  const { plan, losses } = await readFile('x.bpmn', new TextEncoder().encode(xml))
  expect(plan.notes.map(note => note.id).sort()).toEqual(['a', 'alone', 'b'])
  expect(plan.links).toMatchObject([{ id: 'l', from: 'a', to: 'b' }])
  expect(losses.filter(loss => /left out/.test(loss))).toEqual([])
})

test('a link to a text that is no step of the process is an association', async () => {
  const source = JSON.stringify({ format: 'bpmn', type: 'bpmn:TextAnnotation' })
  const { board } = wallOf({
    notes: [
      { id: 'a', kind: 'step', text: 'Orders', x: 60, y: 40 },
      { id: 'b', kind: 'plain', text: 'In summer only', x: 60, y: 300, source },
    ],
    links: [{ id: 'l', from: 'a', to: 'b' }],
  })
  const xml = String(await bpmnExport.write(board, about))
  expect(xml).toContain('<bpmn:association id="l" sourceRef="a" targetRef="b"')
  expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([])
})

test('a process without a pool gets a lane that holds what is in it', async () => {
  const shape = (id: string, y: number) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="900" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>`
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><process id="p"><task id="a"/><task id="b"/></process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">${shape('a', 700)}${shape('b', 1_000)}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`
  const { plan } = await readFile('x.bpmn', new TextEncoder().encode(xml))
  const [lane] = plan.lanes
  for (const { y, size } of plan.notes) {
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + (size?.[1] ?? 0)).toBeLessThanOrEqual(lane?.height ?? 0)
  }
})
