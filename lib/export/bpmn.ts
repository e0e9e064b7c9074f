import { BpmnModdle } from 'bpmn-moddle'
import { z } from 'zod'
import type { BoardSnapshot, Lane, Link, Note } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import { routeLink } from '../geometry/route.ts'
import { type BoardView, project } from '../method/projection.ts'
import type { ExportFormat } from './format.ts'
import { writable } from './xml.ts'

type Element = ReturnType<BpmnModdle['create']>
const source = z.object({
  format: z.literal('bpmn'),
  type: z.string().regex(/^bpmn:[A-Za-z]{1,40}$/),
  event: z
    .string()
    .regex(/^bpmn:[A-Za-z]{1,40}EventDefinition$/)
    .optional(),
  attachedTo: z.string().optional(),
  parent: z.string().optional(),
  pool: z.string().optional(),
})
type Source = z.infer<typeof source>

function readSource(stored: string | null): Source | null {
  if (!stored) return null
  try {
    return source.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

/** An XML id must begin with a letter or an underscore. */
const xmlId = (id: string) => (/^[A-Za-z_]/.test(id) ? id : `_${id}`)
/** What BPMN draws as a shape that a note can be. */
const drawable = [
  'bpmn:FlowNode',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
  'bpmn:TextAnnotation',
  'bpmn:Group',
  'bpmn:Participant',
]
const flowKinds = new Set(['step', 'decision', 'outcome'])

/** The BPMN type of a note: what it was in its file, else what its kind means. */
function typeOf(note: Note, from: Source | null, linked: boolean, leaves: boolean): string {
  if (from) {
    if (from.type === 'bpmn:BoundaryEvent' && !from.attachedTo) return 'bpmn:IntermediateThrowEvent'
    return from.type
  }
  if (note.kind === 'decision') return 'bpmn:ExclusiveGateway'
  if (note.kind === 'outcome') return leaves ? 'bpmn:IntermediateThrowEvent' : 'bpmn:EndEvent'
  return linked || flowKinds.has(note.kind) ? 'bpmn:Task' : 'bpmn:TextAnnotation'
}

interface Drawn {
  note: Note
  element: Element
  from: Source | null
  pool: string
}

/** Builds the model; one pool for a board of our own, the file's pools for one that came from BPMN. */
class Writer {
  readonly #moddle = new BpmnModdle()
  readonly #board: Pick<BoardSnapshot, 'notes' | 'links' | 'lanes'>
  readonly #title: string
  readonly #drawn = new Map<string, Drawn>()
  readonly #planes: Element[] = []
  readonly #pools = new Map<string, { process: Element; participant: Element; lanes: Lane[]; flow: Element[] }>()
  readonly #messages: Element[] = []

  constructor(board: BoardSnapshot, title: string, view: BoardView) {
    const { notes, links } = project(board, view)
    this.#board = { lanes: board.lanes, notes, links }
    this.#title = title
  }

  async write(): Promise<string> {
    const wall = [...this.#board.notes.values()].filter(note => note.place === 'wall')
    const linked = new Set([...this.#board.links.values()].flatMap(link => [link.from, link.to]))
    const leaving = new Set([...this.#board.links.values()].map(link => link.from))
    for (const lane of this.#board.lanes) this.#pool(poolOf(lane)).lanes.push(lane)
    for (const note of wall) this.#note(note, linked.has(note.id), leaving.has(note.id))
    this.#nest()
    for (const link of this.#board.links.values()) this.#link(link)
    this.#drawPools()
    return this.#xml()
  }

  #create(type: string, properties: Record<string, unknown>): Element {
    const texts = Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'string' ? writable(value) : value,
    ])
    return this.#moddle.create(type, Object.fromEntries(texts))
  }

  #pool(id: string) {
    const known = this.#pools.get(id)
    if (known) return known
    const key = xmlId(id || 'pool')
    const process = this.#create('bpmn:Process', { id: `${key}_process`, isExecutable: false })
    const participant = this.#create('bpmn:Participant', { id: key, name: this.#title, processRef: process })
    const made = { process, participant, lanes: [] as Lane[], flow: [] as Element[] }
    this.#pools.set(id, made)
    return made
  }

  /** What a file said of a note, as far as BPMN has such things: a client may have written anything there. */
  #known(from: Source | null): Source | null {
    if (!from || !this.#isA(from.type, ...drawable)) return null
    return from.event && !this.#isA(from.event, 'bpmn:EventDefinition') ? { ...from, event: undefined } : from
  }

  #isA(type: string, ...bases: readonly string[]): boolean {
    try {
      const made = this.#moddle.create(type)
      return bases.some(base => made.$instanceOf(base))
    } catch {
      return false
    }
  }

  #note(note: Note, linked: boolean, leaves: boolean): void {
    const from = this.#known(readSource(note.source))
    const lane = this.#board.lanes.find(one => one.id === note.lane)
    const pool = lane ? poolOf(lane) : ([...this.#pools.keys()][0] ?? '')
    const home = this.#pool(pool)
    const type = typeOf(note, from, linked, leaves)
    if (type === 'bpmn:Participant') {
      this.#drawn.set(note.id, { note, element: home.participant, from, pool })
      return
    }
    const annotation = type === 'bpmn:TextAnnotation'
    const element = this.#create(type, {
      id: xmlId(note.id),
      ...(annotation ? { text: note.text } : { name: note.text, incoming: [], outgoing: [] }),
      ...(from?.event ? { eventDefinitions: [this.#create(from.event, { id: `${xmlId(note.id)}_event` })] } : {}),
    })
    this.#drawn.set(note.id, { note, element, from, pool })
    this.#planes.push(this.#shape(element, boundsOf(note, type)))
  }

  /** Puts elements into their subprocess or process, and boundary events on their activity. */
  #nest(): void {
    for (const { element, from, pool } of this.#drawn.values()) {
      const host = from?.attachedTo ? this.#drawn.get(from.attachedTo)?.element : undefined
      if (host) element.attachedToRef = host
      if (element.$type === 'bpmn:Participant') continue
      const home = this.#pool(pool)
      const parent = from?.parent ? this.#drawn.get(from.parent)?.element : undefined
      const container = parent && /SubProcess$|Transaction$/.test(parent.$type) ? parent : home.process
      const list = element.$type === 'bpmn:TextAnnotation' ? 'artifacts' : 'flowElements'
      container[list] = [...((container[list] as Element[] | undefined) ?? []), element]
      if (container === home.process && list === 'flowElements') home.flow.push(element)
    }
  }

  #link(link: Link): void {
    const [a, b] = [this.#drawn.get(link.from), this.#drawn.get(link.to)]
    if (!a || !b) return
    const message = a.pool !== b.pool || readSource(link.source)?.type === 'bpmn:MessageFlow'
    const ends = { sourceRef: a.element, targetRef: b.element }
    const name = link.text ? { name: link.text } : {}
    let flow: Element
    if (message) {
      flow = this.#create('bpmn:MessageFlow', { id: xmlId(link.id), ...name, ...ends })
      this.#messages.push(flow)
    } else if ([a, b].some(end => end.element.$type === 'bpmn:TextAnnotation')) return
    else {
      flow = this.#create('bpmn:SequenceFlow', { id: xmlId(link.id), ...name, ...ends })
      ;(a.element.outgoing as Element[]).push(flow)
      ;(b.element.incoming as Element[]).push(flow)
      const inner =
        a.from?.parent && a.from.parent === b.from?.parent ? this.#drawn.get(a.from.parent)?.element : undefined
      const container = inner ?? this.#pool(a.pool).process
      container.flowElements = [...((container.flowElements as Element[] | undefined) ?? []), flow]
    }
    const waypoint = route(a, b, link).map(([x, y]) => this.#create('dc:Point', { x, y }))
    this.#planes.push(this.#create('bpmndi:BPMNEdge', { id: `${xmlId(link.id)}_di`, bpmnElement: flow, waypoint }))
  }

  #drawPools(): void {
    const right = [...this.#board.notes.values()].reduce((max, note) => Math.max(max, note.x + note.w + 60), 900)
    for (const { process, participant, lanes, flow } of this.#pools.values()) {
      if (lanes.length === 1 && lanes[0]) participant.name = lanes[0].name
      const named = lanes.filter(lane => (readSource(lane.source)?.type ?? 'bpmn:Lane') === 'bpmn:Lane')
      const made = named.map(lane => {
        const nodes = flow.filter(element => this.#noteOf(element)?.lane === lane.id)
        const element = this.#create('bpmn:Lane', { id: xmlId(lane.id), name: lane.name, flowNodeRef: nodes })
        this.#planes.unshift(
          this.#shape(element, { x: -30, y: lane.top, width: right + 30, height: lane.height }, true),
        )
        return element
      })
      if (made.length) process.laneSets = [this.#create('bpmn:LaneSet', { id: `${participant.id}_lanes`, lanes: made })]
      const top = Math.min(...lanes.map(lane => lane.top), lanes.length ? Number.POSITIVE_INFINITY : 0)
      const bottom = Math.max(...lanes.map(lane => lane.top + lane.height), lanes.length ? 0 : 400)
      this.#planes.unshift(this.#shape(participant, { x: -60, y: top, width: right + 60, height: bottom - top }, true))
    }
  }

  readonly #noteOf = (element: Element): Note | undefined => {
    for (const drawn of this.#drawn.values()) if (drawn.element === element) return drawn.note
    return undefined
  }

  #shape(element: Element, bounds: Record<string, number>, horizontal?: boolean): Element {
    return this.#create('bpmndi:BPMNShape', {
      id: `${String(element.id)}_di`,
      bpmnElement: element,
      bounds: this.#create('dc:Bounds', bounds),
      ...(horizontal ? { isHorizontal: true } : {}),
      ...(/SubProcess$|Transaction$/.test(element.$type) ? { isExpanded: true } : {}),
    })
  }

  async #xml(): Promise<string> {
    const pools = [...this.#pools.values()]
    const collaboration = this.#create('bpmn:Collaboration', {
      id: 'collaboration',
      participants: pools.map(pool => pool.participant),
      messageFlows: this.#messages,
    })
    const plane = this.#create('bpmndi:BPMNPlane', {
      id: 'plane',
      bpmnElement: collaboration,
      planeElement: this.#planes,
    })
    const definitions = this.#create('bpmn:Definitions', {
      id: 'definitions',
      name: this.#title,
      targetNamespace: 'http://bpmn.io/schema/bpmn',
      exporter: 'Brownpaper',
      rootElements: [collaboration, ...pools.map(pool => pool.process)],
      diagrams: [this.#create('bpmndi:BPMNDiagram', { id: 'diagram', plane })],
    })
    return (await this.#moddle.toXML(definitions, { format: true })).xml
  }
}

const poolOf = (lane: Lane): string => readSource(lane.source)?.pool ?? ''

/** Events and gateways have the standard's fixed sizes, around the note's middle. */
function boundsOf(note: Note, type: string) {
  const side = /Event$/.test(type) ? 36 : /Gateway$/.test(type) ? 50 : null
  if (side === null) return { x: note.x, y: note.y, width: note.w, height: note.h }
  return { x: note.x + note.w / 2 - side / 2, y: note.y + note.h / 2 - side / 2, width: side, height: side }
}

/** Waypoints from edge to edge, as on the wall; a note linked to itself gets a loop beside it. */
function route(from: Drawn, to: Drawn, { sides }: Link): [number, number][] {
  const a = boxOf(from)
  if (from.note.id === to.note.id)
    return [
      [a.x + a.w, a.y + a.h / 2],
      [a.x + a.w + 30, a.y + a.h / 2],
      [a.x + a.w + 30, a.y + a.h + 30],
      [a.x + a.w / 2, a.y + a.h + 30],
      [a.x + a.w / 2, a.y + a.h],
    ]
  return routeLink(a, boxOf(to), sides).points.map(({ x, y }) => [x, y])
}

function boxOf({ note, element }: Drawn): Box {
  const { x, y, width, height } = boundsOf(note, element.$type)
  return { x, y, w: width, h: height }
}

/** BPMN 2.0 XML with diagram interchange (OMG formal/2013-12-09), written by bpmn-moddle. */
export const bpmn: ExportFormat = {
  id: 'bpmn',
  label: 'BPMN 2.0',
  describes: 'Lanes, steps, decisions and flows of one version, for a modelling tool.',
  extension: 'bpmn',
  mime: 'application/xml',
  write: (board, about) => new Writer(board, about.title, about.picture?.view ?? 'as-is').write(),
}
