import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { addedEvents } from '../export/bpmn-source.ts'
import { around, expand } from '../geometry/box.ts'
import { looksLikeCustomer } from '../method/customer-lane.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'
import { type BpmnElement, type BpmnFile, bpmnSource, element, elements, readXml, type Shape } from './bpmn-model.ts'
import { fitText, type ImportFormat, idMaker } from './format.ts'

type PlanNote = NonNullable<BoardPlanInput['notes']>[number]
type PlanLane = NonNullable<BoardPlanInput['lanes']>[number]

/** A diagram's shapes are small for notes with marker-like writing: everything is this much larger on the wall. */
const scale = 1.5
const smallest = { w: 110, h: 64 }
const emptyLane = 200
/** px of the diagram around what lies in a process without a pool. */
const room = 50

/** One band of the wall: a leaf lane, or a pool without lanes. */
interface Band {
  id: string
  name: string
  pool: string
  poolName: string
  type: 'bpmn:Lane' | 'bpmn:Participant'
  shape: Shape | null
  nodes: Set<string>
}

const is = (item: BpmnElement, ...types: string[]) => types.includes(item.$type.replace('bpmn:', ''))
const isNode = (item: BpmnElement) =>
  /Task$|Gateway$|Event$|SubProcess$|CallActivity$|^bpmn:Transaction$/.test(item.$type)

function kindOf(item: BpmnElement, outgoing: number): NoteKindId {
  if (/Task$|SubProcess$|CallActivity$|Transaction$/.test(item.$type)) return 'step'
  const decides = is(item, 'ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway', 'EventBasedGateway')
  return decides && outgoing > 1 ? 'decision' : 'plain'
}

/** What an export of ours had to add: an event where a path begins or ends, and the flow to it. */
const isAdded = ({ id, name }: BpmnElement): boolean =>
  Object.values(addedEvents).some(added => id?.startsWith(added.id) && (!name || name === added.name))

/** Leaf lanes of a lane set, through any nesting. */
function leaves(laneSet: BpmnElement | null): BpmnElement[] {
  return elements(laneSet?.lanes).flatMap(lane => {
    const inner = leaves(element(lane.childLaneSet))
    return inner.length ? inner : [lane]
  })
}

class Reader {
  readonly file: BpmnFile
  readonly losses: string[]
  readonly idOf = idMaker()
  readonly bands: Band[] = []
  readonly notes: { item: BpmnElement; band: Band; parent: string | null }[] = []
  readonly flows: BpmnElement[] = []

  constructor(file: BpmnFile) {
    this.file = file
    this.losses = file.warnings.map(warning => `In the file: ${warning}`)
  }

  read(): void {
    const roots = elements(this.file.definitions.rootElements)
    const collaborations = roots.filter(item => is(item, 'Collaboration'))
    const pooled = new Set<BpmnElement>()
    for (const collaboration of collaborations) {
      for (const participant of elements(collaboration.participants)) {
        const process = element(participant.processRef)
        if (process) pooled.add(process)
        this.#pool(participant, process)
      }
      this.flows.push(...elements(collaboration.messageFlows))
    }
    for (const process of roots) if (is(process, 'Process') && !pooled.has(process)) this.#pool(null, process)
    for (const band of this.bands) band.shape ??= this.#spreadOf(band)
  }

  /** A process that no pool is drawn around has the shape of what is in it. */
  #spreadOf(band: Band): Shape | null {
    const drawn = this.notes.filter(note => note.band === band && !is(note.item, 'Participant'))
    const box = around(drawn.flatMap(({ item }) => this.file.shapes.get(item.id ?? '') ?? []))
    return box && { ...expand(box, room), horizontal: true }
  }

  #pool(participant: BpmnElement | null, process: BpmnElement | null): void {
    const name = participant?.name ?? process?.name ?? ''
    const band = (item: BpmnElement | null, laneName: string): Band => {
      const id = item?.id ?? process?.id ?? name
      const shape = this.file.shapes.get(id) ?? null
      const type = item && is(item, 'Lane') ? ('bpmn:Lane' as const) : ('bpmn:Participant' as const)
      const pool = participant?.id ?? process?.id ?? ''
      const made = { id, name: laneName, pool, poolName: name, type, shape, nodes: new Set<string>() }
      this.bands.push(made)
      return made
    }
    const lanes = elements(process?.laneSets).flatMap(leaves)
    const own = lanes.map(lane => {
      const made = band(lane, lane.name ?? name)
      for (const node of elements(lane.flowNodeRef)) if (node.id) made.nodes.add(node.id)
      return made
    })
    const home = own[0] ?? band(participant, name)
    if (!process && participant) this.notes.push({ item: participant, band: home, parent: null })
    if (process)
      this.#flowElements(
        process,
        item => own.find(b => b.nodes.has(item.id ?? '')) ?? this.#around(item, own) ?? home,
        null,
      )
  }

  /** The band whose shape holds the middle of an element, where no lane names it. */
  #around(item: BpmnElement, bands: readonly Band[]): Band | undefined {
    const shape = this.file.shapes.get(item.id ?? '')
    if (!shape) return undefined
    const [x, y] = [shape.x + shape.w / 2, shape.y + shape.h / 2]
    return bands.find(({ shape: s }) => s && x >= s.x && x <= s.x + s.w && y >= s.y && y <= s.y + s.h)
  }

  #flowElements(container: BpmnElement, bandOf: (item: BpmnElement) => Band, parent: string | null): void {
    for (const item of elements(container.flowElements)) {
      if (isAdded(item)) continue
      if (is(item, 'SequenceFlow')) this.flows.push(item)
      else if (isNode(item)) {
        const band = bandOf(item)
        this.notes.push({ item, band, parent })
        if (elements(item.flowElements).length) this.#flowElements(item, () => band, item.id ?? null)
      } else this.losses.push(`${item.$type.replace('bpmn:', '')} has no counterpart and is left out.`)
    }
    for (const artifact of elements(container.artifacts))
      if (is(artifact, 'TextAnnotation')) this.notes.push({ item: artifact, band: bandOf(artifact), parent: null })
  }
}

/** Where bands and notes lie on the wall; a vertical pool is turned on its side. */
function layOut(reader: Reader): { lanes: PlanLane[]; notes: PlanNote[] } {
  const outgoing = new Map<string, number>()
  for (const flow of reader.flows) {
    const from = element(flow.sourceRef)?.id
    if (from && is(flow, 'SequenceFlow')) outgoing.set(from, (outgoing.get(from) ?? 0) + 1)
  }
  const customers = reader.bands.filter(band => looksLikeCustomer(band.name))
  for (const band of customers) reader.losses.push(`The lane “${band.name}” is taken for the customer’s, by its name.`)
  const bands = [...customers, ...reader.bands.filter(band => !customers.includes(band))]
  const turn = (shape: Shape, as: Shape | null): Shape =>
    (as ?? shape).horizontal ? shape : { x: shape.y, y: shape.x, w: shape.w, h: shape.h, horizontal: true }
  const extent = (band: Band) =>
    band.shape ? (band.shape.horizontal ? band.shape.h : band.shape.w) : emptyLane / scale
  const lanes: PlanLane[] = []
  const tops = new Map<Band, number>()
  let top = 0
  for (const band of bands) {
    const height = Math.min(limits.laneHeight[1], Math.max(limits.laneHeight[0], Math.round(extent(band) * scale)))
    tops.set(band, top)
    top += height
    lanes.push({
      id: reader.idOf(`lane ${band.id}`),
      name: band.name.slice(0, limits.name),
      actor: customers.includes(band) ? 'customer' : 'back-stage',
      height,
      source: bpmnSource({
        type: band.type,
        ...(band.pool ? { pool: band.pool } : {}),
        ...(band.poolName ? { poolName: band.poolName.slice(0, limits.name) } : {}),
      }),
    })
  }
  const filled = new Map<Band, number>()
  const notes = reader.notes.map(({ item, band, parent }): PlanNote => {
    const drawn = is(item, 'Participant') ? null : reader.file.shapes.get(item.id ?? '')
    const place = filled.get(band) ?? 0
    filled.set(band, place + 1)
    const bandShape = band.shape && turn(band.shape, band.shape)
    const shape = drawn && turn(drawn, band.shape)
    const size = { w: Math.max(smallest.w, (shape?.w ?? 0) * scale), h: Math.max(smallest.h, (shape?.h ?? 0) * scale) }
    const [w, h] = [Math.min(size.w, limits.noteWidth[1]), Math.min(size.h, limits.noteHeight[1])]
    const centre =
      shape && bandShape
        ? { x: (shape.x + shape.w / 2 - bandShape.x) * scale, y: (shape.y + shape.h / 2 - bandShape.y) * scale }
        : shape
          ? { x: (shape.x + shape.w / 2) * scale, y: (shape.y + shape.h / 2) * scale }
          : { x: 120 + place * 190, y: emptyLane / 2 }
    const definition = elements(item.eventDefinitions)[0]?.$type
    const attachedTo = element(item.attachedToRef)?.id
    return {
      id: reader.idOf(item.id ?? `${item.$type}-${place}`),
      kind: kindOf(item, outgoing.get(item.id ?? '') ?? 0),
      text: fitText(String(item.name ?? item.text ?? '').trim(), limits.text, reader.losses),
      x: Math.round(centre.x - w / 2),
      y: Math.round((tops.get(band) ?? 0) + centre.y - h / 2),
      size: [w, h],
      lane: reader.idOf(`lane ${band.id}`),
      source: bpmnSource({
        type: item.$type,
        ...(definition ? { event: definition } : {}),
        ...(attachedTo ? { attachedTo: reader.idOf(attachedTo) } : {}),
        ...(parent ? { parent: reader.idOf(parent) } : {}),
        ...(drawn?.expanded === undefined ? {} : { expanded: drawn.expanded }),
      }),
    }
  })
  return { lanes, notes }
}

/** Where every case takes every way: parallel gateways, and what sends a message besides going on. */
function splitting(flows: readonly BpmnElement[]): Set<string | undefined> {
  const sources = flows.filter(flow => {
    const source = element(flow.sourceRef)
    return is(flow, 'MessageFlow') || (source !== null && is(source, 'ParallelGateway'))
  })
  return new Set(sources.map(flow => element(flow.sourceRef)?.id))
}

/** BPMN 2.0 XML: pools and leaf lanes become lanes, flow nodes notes, sequence and message flows links. */
export const bpmn: ImportFormat = {
  id: 'bpmn',
  label: 'BPMN 2.0',
  extensions: ['bpmn', 'xml'],
  recognises: text => /^[\uFEFF\s]*</.test(text) && text.includes('http://www.omg.org/spec/BPMN/20100524/MODEL'),
  async read(text) {
    const file = await readXml(text)
    const reader = new Reader(file)
    reader.read()
    const { lanes, notes } = layOut(reader)
    const known = new Set(notes.map(note => note.id))
    const links: NonNullable<BoardPlanInput['links']> = []
    const inEveryCase = splitting(reader.flows)
    for (const flow of reader.flows) {
      const [from, to] = [element(flow.sourceRef)?.id, element(flow.targetRef)?.id].map(id => id && reader.idOf(id))
      if (from && to && known.has(from) && known.has(to))
        links.push({
          id: reader.idOf(flow.id ?? `flow-${links.length}`),
          from,
          to,
          text: fitText(String(flow.name ?? ''), limits.text, reader.losses),
          ...(inEveryCase.has(element(flow.sourceRef)?.id) ? { share: 1 } : {}),
          source: bpmnSource({ type: flow.$type }),
        })
      else reader.losses.push('A flow without a source or a target on the wall is left out.')
    }
    const plan = boardPlan.parse({ lanes, notes, links })
    const title = String(file.definitions.name ?? '').slice(0, limits.name)
    return { plan, losses: [...new Set(reader.losses)], ...(title ? { title } : {}) }
  },
}
