import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, test } from 'vitest'
import { bpmn } from '#lib/export/bpmn.ts'
import { decodeText } from '#lib/import/decode.ts'
import { readFile } from '#lib/import/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { fixture, fixtures } from '#tests/drivers/shared.ts'

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

const about = { title: 'T', customer: '', process: '', tags: [], at: 0, authorName: () => null }

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

describe.skipIf(!fixtures)('imported and exported again', () => {
  test.each(['A.1.0', 'A.2.0', 'A.3.0', 'A.4.0', 'A.4.1', 'B.1.0', 'C.1.0', 'C.2.0'])(
    '%s keeps its tasks, gateways, events, flows and lanes, and is read without a warning',
    async name => {
      const bytes = fixture(`bpmn-miwg/${name}.bpmn`)
      const { plan } = await readFile(name, bytes)
      const written = String(await bpmn.write(wallOf(plan).board, about))
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
  test('the encoding that a file declares is honoured', async () => {
    await expect(readFile('x.bpmn', fixture('bpmn-broken/bad-encoding.bpmn'))).resolves.toMatchObject({
      plan: { notes: [] },
    })
  })
})

test('a document type or an entity is refused with its line, and nothing is fetched', async () => {
  const xml =
    '<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
  await expect(readFile('x.bpmn', new TextEncoder().encode(xml))).rejects.toThrow('Line 2: A BPMN file has no DOCTYPE')
})
