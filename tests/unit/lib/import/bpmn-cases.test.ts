import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { readFile } from '#lib/import/index.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about } from '#tests/drivers/exported.ts'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/bpmn', `${name}.bpmn`)))
const read = (name: string) => readFile(`${name}.bpmn`, bytesOf(name))
const counted = (plan: Awaited<ReturnType<typeof readFile>>['plan']) => {
  const { mot, bp, br } = analysisOf(wallOf(plan).board, 'as-is').counts.all
  return { mot, bp, br }
}
const again = async (plan: Awaited<ReturnType<typeof readFile>>['plan']) =>
  readFile('again.bpmn', new TextEncoder().encode(String(await bpmnExport.write(wallOf(plan).board, about))))

describe('points of failure, read and after export and import', () => {
  test.each([
    ['message-flow-to-pool-with-process', { mot: 2, bp: 0, br: 0 }],
    ['end-event-in-customer-lane', { mot: 2, bp: 0, br: 0 }],
    ['boundary-event-across-lanes', { mot: 0, bp: 1, br: 0 }],
    ['business-rule-task', { mot: 0, bp: 0, br: 1 }],
    ['black-box-pool-roundtrip', { mot: 2, bp: 0, br: 0 }],
    ['qname-refs', { mot: 1, bp: 0, br: 0 }],
    ['lane-name-role-in-brackets', { mot: 2, bp: 0, br: 0 }],
    ['coffee-own-export', { mot: 2, bp: 2, br: 1 }],
    ['customer-pool-with-a-lane', { mot: 1, bp: 0, br: 0 }],
  ])('%s', async (name, expected) => {
    const { plan } = await read(name)
    expect(counted(plan)).toEqual(expected)
    expect(counted((await again(plan)).plan)).toEqual(expected)
  })
})

test('references by qualified name lead to the elements: two lanes, and nothing said of the file', async () => {
  const { plan, losses } = await read('qname-refs')
  expect(plan.lanes.map(lane => lane.name)).toEqual(['Customer', 'Shop'])
  expect(losses.filter(loss => /unresolved|In the file/.test(loss))).toEqual([])
})

test('annotations are linked to what they are about, and a drawn group holds its notes', async () => {
  const { plan } = await read('annotation-in-collaboration')
  const texts = new Map(plan.notes.map(note => [note.id, note.text]))
  const linked = plan.links.map(({ from, to }) => [texts.get(from), texts.get(to)])
  expect(linked).toContainEqual(['Take the order', 'Customers call here most often'])
  expect(linked).toContainEqual(['Pack', 'Two people'])
  expect(plan.groups).toHaveLength(1)
  expect(plan.notes.filter(note => note.group).map(note => note.text)).toEqual(['Take the order', 'Pack'])
})

test('a file that says UTF-16 and is UTF-8 is read as it is', async () => {
  const { plan } = await read('says-utf16-is-utf8-even')
  expect(plan.notes.map(note => note.text)).toEqual(['Angebot prüfen', 'Bestellen'])
  expect(plan.links).toHaveLength(1)
})

test.each([
  ['utf-8', 'UTF-16', 'utf-8'],
  ['utf-8', 'ISO-8859-1', 'utf-8'],
  ['latin1', 'UTF-8', 'latin1'],
  ['latin1', 'ISO-8859-1', 'latin1'],
  ['utf16le', 'UTF-16', 'utf16le'],
] as const)('bytes in %s that say %s', async (_, said, encoding) => {
  const xml = `<?xml version="1.0" encoding="${said}"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="p"><task id="t" name="Prüft für Göran"/></process></definitions>`
  const { plan } = await readFile('x.bpmn', new Uint8Array(Buffer.from(xml, encoding)))
  expect(plan.notes.map(note => note.text)).toEqual(['Prüft für Göran'])
})

test('documentation is a comment, a condition a label, and both are written again, with what is the default', async () => {
  const { plan } = await read('documentation-default-condition')
  const comments = plan.comments.map(({ on, text }) => [plan.notes.find(note => note.id === on)?.text ?? null, text])
  expect(comments).toContainEqual(['Assess the claim', 'Takes 40 minutes; form 12b is needed.'])
  expect(comments).toContainEqual([null, 'Claims: Owner: claims desk. Last review in spring.'])
  expect(plan.links.map(link => link.text)).toEqual(['', 'amount > 5000', 'otherwise'])
  const written = String(await bpmnExport.write(wallOf(plan).board, about))
  expect(written).toContain('Takes 40 minutes; form 12b is needed.')
  expect(written).toContain('Owner: claims desk. Last review in spring.')
  expect(written).toContain('>amount &gt; 5000</bpmn:conditionExpression>')
  expect(written).toMatch(/<bpmn:exclusiveGateway[^>]* default="f3"/)
  expect(written).not.toContain('name="otherwise"')
  expect((await again(plan)).plan.comments).toHaveLength(2)
})

test('a page in a documentation is read as its words; a document type of the file is refused', async () => {
  const { plan } = await read('doctype-in-cdata')
  expect(plan.notes.map(note => note.text)).toEqual(['Welcome', 'Register'])
  expect(plan.comments.map(comment => comment.text)).toEqual(['Say hello.'])
  const hidden = '<?xml version="1.0"?><!-- <![CDATA[ --><!DOCTYPE d []><!-- ]]> --><d/>'
  await expect(readFile('x.bpmn', new TextEncoder().encode(hidden))).rejects.toThrow('no DOCTYPE')
})

test('line ends of other systems become the wall’s', async () => {
  const xml =
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><task id="a" name="Prepare&#xD;&#xA;bank&#xD;transfer"/></process></definitions>'
  const { plan } = await readFile('x.bpmn', new TextEncoder().encode(xml))
  expect(plan.notes[0]?.text).toBe('Prepare\nbank\ntransfer')
})

const model = (inside: string) =>
  new TextEncoder().encode(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${inside}</process></definitions>`,
  )

test('of elements with the same id all are kept, references lead to the first, and it is said', async () => {
  const { plan, losses } = await readFile(
    'x.bpmn',
    model(
      '<task id="a" name="First"/><task id="a" name="Second"/><task id="1" name="Third"/><task id="1" name="Fourth"/><task id="b" name="Last"><documentation><![CDATA[id="a" id="a"]]></documentation></task><sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="f" sourceRef="1" targetRef="b"/>',
    ),
  )
  expect(plan.notes.map(note => note.text)).toEqual(['First', 'Second', 'Third', 'Fourth', 'Last'])
  const text = (id: string) => plan.notes.find(note => note.id === id)?.text
  expect(plan.links.map(({ from, to }) => `${text(from)} → ${text(to)}`)).toEqual(['First → Last', 'Third → Last'])
  expect(plan.comments.map(comment => comment.text)).toEqual(['id="a" id="a"'])
  expect(losses).toEqual(
    ['a', '1', 'f'].map(
      id => `In the file: the id “${id}” stands at several elements; what refers to it leads to the first`,
    ),
  )
})

test('an annotation about a flow is linked to what the flow leaves, and is about the flow again in the export', async () => {
  const { plan, losses } = await readFile(
    'x.bpmn',
    model(
      '<task id="a" name="A"/><task id="b" name="B"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/><textAnnotation id="t"><text>By post</text></textAnnotation><association id="s" sourceRef="f" targetRef="t"/><textAnnotation id="u"><text>By hand</text></textAnnotation><association id="v" sourceRef="u" targetRef="f"/>',
    ),
  )
  expect(plan.links.map(({ from, to }) => `${from} → ${to}`)).toEqual(['a → b', 'a → t', 'a → u'])
  expect(losses).toEqual(['An annotation about a flow is linked to what the flow leaves.'])
  const written = String(await bpmnExport.write(wallOf(plan).board, about))
  expect(written).toContain('<bpmn:association id="s" sourceRef="f" targetRef="t"')
  expect(written).toContain('<bpmn:association id="v" sourceRef="u" targetRef="f"')
  const second = (await again(plan)).plan
  expect(second.links.map(({ from, to }) => `${from} → ${to}`)).toEqual(['a → b', 'a → t', 'a → u'])
})

test('an empty condition is still a condition, and what a file leaves open of a subprocess stays open', async () => {
  const { plan } = await readFile(
    'x.bpmn',
    model(
      '<task id="a" name="A" default="f"/><subProcess id="b" name="B"/><task id="c" name="C"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="g" sourceRef="a" targetRef="c"><conditionExpression/></sequenceFlow>',
    ),
  )
  const written = String(await bpmnExport.write(wallOf(plan).board, about))
  expect(written).toContain('<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" />')
  const second = (await again(plan)).plan
  expect(second.notes.map(note => note.source)).toEqual(plan.notes.map(note => note.source))
  expect(second.links.map(link => link.source)).toEqual(plan.links.map(link => link.source))
})
