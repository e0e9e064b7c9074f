import { expect, test } from 'vitest'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { readFile } from '#lib/import/index.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about } from '#tests/drivers/exported.ts'

const file = (inside: string) =>
  new TextEncoder().encode(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="x" id="d">${inside}</definitions>`,
  )
const read = (inside: string) => readFile('x.bpmn', file(inside))
const shape = (id: string, x: number, y: number, w: number, h: number, more = '') =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}"/></bpmndi:BPMNShape>`
const diagram = (of: string, shapes: string) =>
  `<bpmndi:BPMNDiagram id="${of}_dg"><bpmndi:BPMNPlane id="${of}_pl" bpmnElement="${of}">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`

test('what has no counterpart is named: data, conversations, global tasks, empty processes', async () => {
  const { losses, plan } = await read(
    `<collaboration id="c"><participant id="a" name="A"/><conversation id="v" name="Haggling"/></collaboration>
     <process id="p" name="P"><task id="t" name="T"/><dataObject id="o"/><dataObjectReference id="r" name="Invoice" dataObjectRef="o"/><dataStoreReference id="s" name="Ledger"/></process>
     <process id="e" name="Never used"/><process id="n"/><globalTask id="g" name="Everywhere"/>`,
  )
  expect(plan.lanes.map(lane => lane.name)).toEqual(['A', 'P'])
  for (const name of ['Invoice', 'Ledger', 'Haggling', 'Everywhere', 'Never used'])
    expect(
      losses.filter(loss => loss.includes(`“${name}”`)),
      name,
    ).toHaveLength(1)
})

test('elements without names say what they are, and are written without names again', async () => {
  const { plan } = await read(
    `<process id="p"><startEvent id="s"><timerEventDefinition id="td"/></startEvent><exclusiveGateway id="g"/><userTask id="t"/><endEvent id="e"/><endEvent id="f"/>
     <sequenceFlow id="1" sourceRef="s" targetRef="g"/><sequenceFlow id="2" sourceRef="g" targetRef="t"/><sequenceFlow id="3" sourceRef="g" targetRef="f"/><sequenceFlow id="4" sourceRef="t" targetRef="e"/></process>`,
  )
  expect(plan.notes.map(note => note.text)).toEqual(['Start: time', 'Which way?', 'User task', 'End', 'End'])
  const xml = String(await bpmnExport.write(wallOf(plan).board, about))
  expect(xml).not.toMatch(/<bpmn:(startEvent|exclusiveGateway|userTask|endEvent)[^>]* name=/)
})

test('the steps of a collapsed subprocess lie below the others of its lane, inside it', async () => {
  const { plan } = await read(
    `<process id="p"><task id="a" name="A"/><subProcess id="s" name="Inside"><task id="i" name="I"/><task id="j" name="J"/></subProcess></process>
     ${diagram('p', shape('a', 100, 100, 100, 80) + shape('s', 300, 100, 100, 80, ' isExpanded="false"'))}${diagram('s', shape('i', 100, 100, 100, 80) + shape('j', 300, 100, 100, 80))}`,
  )
  const [a, s, i, j] = plan.notes
  const bottom = (note: typeof a) => (note?.y ?? 0) + (note?.size?.[1] ?? 0)
  expect(i?.y).toBeGreaterThan(Math.max(bottom(a), bottom(s)))
  expect(j?.x).toBeGreaterThan((i?.x ?? 0) + (i?.size?.[0] ?? 0))
  expect(bottom(j)).toBeLessThanOrEqual(plan.lanes[0]?.height ?? 0)
})

test('a path that goes on at a link event is one path; a boundary event lies in the lane of its activity', async () => {
  const { plan } = await read(
    `<process id="p"><laneSet id="ls"><lane id="l1" name="Desk"/><lane id="l2" name="Office"><flowNodeRef>t</flowNodeRef><flowNodeRef>h</flowNodeRef></lane></laneSet>
     <intermediateThrowEvent id="h" name="A"><linkEventDefinition id="x" name="A"/></intermediateThrowEvent><intermediateCatchEvent id="c" name="A"><linkEventDefinition id="y" name="A"/></intermediateCatchEvent>
     <task id="t" name="T"/><boundaryEvent id="b" attachedToRef="t" name="Late"/></process>`,
  )
  const laneOf = (text: string) =>
    plan.lanes.find(lane => lane.id === plan.notes.find(n => n.text === text)?.lane)?.name
  expect(laneOf('Late')).toBe('Office')
  expect(plan.links).toHaveLength(1)
})

test('markers that a wall does not show are written again', async () => {
  const { plan } = await read(
    `<process id="p"><task id="t" name="T" isForCompensation="true"><multiInstanceLoopCharacteristics isSequential="true"/></task>
     <task id="u" name="U"/><boundaryEvent id="b" name="Late" attachedToRef="u" cancelActivity="false"><timerEventDefinition id="z"/></boundaryEvent>
     <subProcess id="s" name="S" triggeredByEvent="true"><startEvent id="q" name="Q" isInterrupting="false"/></subProcess></process>`,
  )
  const xml = String(await bpmnExport.write(wallOf(plan).board, about))
  for (const marker of [
    /isForCompensation="true"/,
    /multiInstanceLoopCharacteristics isSequential="true"/,
    /<bpmn:boundaryEvent[^>]*cancelActivity="false"[^>]*attachedToRef="u"|<bpmn:boundaryEvent[^>]*attachedToRef="u"[^>]*cancelActivity="false"/,
    /triggeredByEvent="true"/,
    /isInterrupting="false"/,
  ])
    expect(xml).toMatch(marker)
})

test('what a choreography agrees lies in the lane of who begins', async () => {
  const { plan, losses } = await read(
    `<choreography id="c"><participant id="a" name="Customer"/><participant id="b" name="Shop"/>
     <choreographyTask id="t" name="Order" initiatingParticipantRef="a"><participantRef>a</participantRef><participantRef>b</participantRef></choreographyTask>
     <choreographyTask id="u" name="Confirm" initiatingParticipantRef="b"><participantRef>a</participantRef><participantRef>b</participantRef></choreographyTask>
     <sequenceFlow id="f" sourceRef="t" targetRef="u"/></choreography>`,
  )
  expect(plan.notes.map(note => note.text)).toEqual(['Order', 'Confirm'])
  expect(analysisOf(wallOf(plan).board, 'as-is').counts.all.mot).toBe(1)
  expect(losses.join()).toContain('choreography')
})

test('a remark that is linked to a step is no task', async () => {
  const { board } = wallOf({
    notes: [
      { id: 'a', kind: 'step', text: 'Orders', x: 60, y: 40 },
      { id: 'b', kind: 'pain', text: 'It takes ages', x: 60, y: 300 },
    ],
    links: [{ id: 'l', from: 'b', to: 'a' }],
  })
  const xml = String(await bpmnExport.write(board, about))
  expect(xml.match(/<bpmn:task /g)).toHaveLength(1)
  expect(xml).toContain('<bpmn:association id="l"')
})

test('ids that are no XML names keep their elements and what refers to them', async () => {
  const { plan, losses } = await read(
    `<process id="1"><laneSet id="2"><lane id="{3}" name="Küche"><flowNodeRef>{7F-1}</flowNodeRef></lane><lane id="4" name="Saal"><flowNodeRef>Tätigkeit_1</flowNodeRef></lane></laneSet>
     <task id="{7F-1}" name="{7F-1}"/><task id="Tätigkeit_1" name="1"/><sequenceFlow id="9" sourceRef="{7F-1}" targetRef="Tätigkeit_1"/></process>`,
  )
  expect(plan.notes.map(note => note.text)).toEqual(['{7F-1}', '1'])
  expect(plan.links).toHaveLength(1)
  expect(plan.notes.map(note => plan.lanes.find(lane => lane.id === note.lane)?.name)).toEqual(['Küche', 'Saal'])
  expect(losses).toEqual([])
})
