import { BpmnModdle } from 'bpmn-moddle'
import type { BoardSnapshot, Lane, Link, Note } from '../board/snapshot.ts'
import { around, type Box, expand } from '../geometry/box.ts'
import { type BoardView, project } from '../method/projection.ts'
import { besideStep, boundsOf, heading, poolBox, waypointsOf } from './bpmn-geometry.ts'
import { addedEvents, drawable, poolOf, readSource, type Source, typeOf } from './bpmn-source.ts'
import type { ExportFormat } from './format.ts'
import { writable } from './xml.ts'

type Element = ReturnType<BpmnModdle['create']>

/** An XML id must begin with a letter or an underscore. */
const xmlId = (id: string) => (/^[A-Za-z_]/.test(id) ? id : `_${id}`)
const holdsOthers = (element: Element) => /SubProcess$|Transaction$/.test(element.$type)
const isFlowNode = (element: Element) => element.incoming !== undefined

interface Drawn {
  note: Note
  element: Element
  from: Source | null
  pool: string
  box: Box
}
interface Pool {
  process: Element
  participant: Element
  lanes: Lane[]
}
interface Flow extends Pick<Link, 'id' | 'from' | 'to' | 'text' | 'sides'> {
  element: Element
  message: boolean
}

/** Builds the model; one pool for a board of our own, the file's pools for one that came from BPMN. */
class Writer {
  readonly #moddle = new BpmnModdle()
  readonly #board: Pick<BoardSnapshot, 'notes' | 'links' | 'lanes'>
  readonly #title: string
  readonly #drawn = new Map<string, Drawn>()
  readonly #pools = new Map<string, Pool>()
  readonly #flows: Flow[] = []
  /** Events of paths that begin or end without one, by their ids, and the lanes they lie in. */
  readonly #events = new Map<string, { element: Element; lane: string | null; box: Box }>()

  constructor(board: BoardSnapshot, title: string, view: BoardView) {
    const { notes, links } = project(board, view)
    this.#board = { lanes: board.lanes, notes, links }
    this.#title = title.trim() || 'Board'
  }

  async write(): Promise<string> {
    const wall = [...this.#board.notes.values()].filter(note => note.place === 'wall')
    const linked = new Set([...this.#board.links.values()].flatMap(link => [link.from, link.to]))
    const leaving = new Set([...this.#board.links.values()].map(link => link.from))
    for (const lane of this.#board.lanes) this.#pool(poolOf(lane)).lanes.push(lane)
    for (const note of wall) this.#note(note, linked.has(note.id), leaving.has(note.id))
    this.#nest()
    this.#widen()
    for (const link of this.#board.links.values()) this.#link(link)
    for (const drawn of this.#drawn.values()) this.#ends(drawn)
    return this.#xml([...this.#drawPools(), ...this.#drawNotes(), ...this.#drawFlows()])
  }

  #create(type: string, properties: Record<string, unknown>): Element {
    const texts = Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'string' ? writable(value) : value,
    ])
    return this.#moddle.create(type, Object.fromEntries(texts))
  }

  #pool(id: string): Pool {
    const known = this.#pools.get(id)
    if (known) return known
    const key = xmlId(id || 'pool')
    const process = this.#create('bpmn:Process', { id: `${key}_process`, isExecutable: false })
    const participant = this.#create('bpmn:Participant', { id: key, name: this.#title, processRef: process })
    const made = { process, participant, lanes: [] as Lane[] }
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
    const type = typeOf(note, from, linked, leaves)
    const { participant } = this.#pool(pool)
    const element =
      type === 'bpmn:Participant'
        ? participant
        : this.#create(type, {
            id: xmlId(note.id),
            ...(type === 'bpmn:TextAnnotation' ? { text: note.text } : { name: note.text }),
            ...(this.#isA(type, 'bpmn:FlowNode') ? { incoming: [], outgoing: [] } : {}),
            ...(from?.event ? { eventDefinitions: [this.#create(from.event, { id: `${xmlId(note.id)}_event` })] } : {}),
          })
    this.#drawn.set(note.id, { note, element, from, pool, box: boundsOf(note, type) })
  }

  /** Puts elements into their subprocess or process, and boundary events on their activity. */
  #nest(): void {
    for (const drawn of this.#drawn.values()) {
      const { element, from } = drawn
      const host = from?.attachedTo ? this.#drawn.get(from.attachedTo)?.element : undefined
      if (host) element.attachedToRef = host
      if (element.$type !== 'bpmn:Participant')
        this.#put(this.#home(drawn), element.$type === 'bpmn:TextAnnotation' ? 'artifacts' : 'flowElements', element)
    }
  }

  /** A note may be smaller than the subprocess it came from: what is in it lies in it. */
  #widen(): void {
    const children = Map.groupBy(this.#drawn.values(), ({ from }) => from?.parent)
    // The innermost first: a file says what holds others before what is held.
    for (const drawn of [...this.#drawn.values()].reverse()) {
      const inside = (children.get(drawn.note.id) ?? []).map(({ box }) => expand(box, 20))
      if (holdsOthers(drawn.element)) drawn.box = around([drawn.box, ...inside]) ?? drawn.box
    }
  }

  /** The subprocess or process that holds a note. */
  #home({ from, pool }: Drawn): Element {
    const parent = from?.parent ? this.#drawn.get(from.parent)?.element : undefined
    return parent && holdsOthers(parent) ? parent : this.#pool(pool).process
  }

  #put(container: Element, list: 'artifacts' | 'flowElements', element: Element): void {
    const held = (container[list] as Element[] | undefined) ?? []
    held.push(element)
    container[list] = held
  }

  #link(link: Link): void {
    const [a, b] = [this.#drawn.get(link.from), this.#drawn.get(link.to)]
    if (!a || !b) return
    const ends = [a.element, b.element]
    const message =
      (a.pool !== b.pool || readSource(link.source)?.type === 'bpmn:MessageFlow') &&
      ends.every(end => isFlowNode(end) || end.$type === 'bpmn:Participant')
    // To and from what is no step of the process there is no flow.
    const type = message ? 'MessageFlow' : ends.every(isFlowNode) ? 'SequenceFlow' : 'Association'
    const element = this.#create(`bpmn:${type}`, {
      id: xmlId(link.id),
      ...(link.text && type !== 'Association' ? { name: link.text } : {}),
      sourceRef: a.element,
      targetRef: b.element,
    })
    if (type === 'Association') this.#put(this.#home(a), 'artifacts', element)
    if (type === 'SequenceFlow') this.#lead(element, a, b)
    this.#flows.push({ ...link, element, message })
  }

  #lead(flow: Element, a: Drawn, b: Drawn): void {
    ;(a.element.outgoing as Element[]).push(flow)
    ;(b.element.incoming as Element[]).push(flow)
    const together = this.#home(a) === this.#home(b)
    this.#put(together ? this.#home(a) : this.#pool(a.pool).process, 'flowElements', flow)
  }

  /** A path of our own begins and ends at a note; BPMN wants events there. A step that nothing leads to or from has none. */
  #ends(drawn: Drawn): void {
    const { element, from, note, box } = drawn
    const [incoming, outgoing] = [element.incoming, element.outgoing] as (Element[] | undefined)[]
    if (from || !incoming || !outgoing || incoming.length + outgoing.length === 0) return
    const add = (end: 'start' | 'end') => {
      const { type, id: prefix, name } = addedEvents[end]
      const event = this.#create(type, { id: `${prefix}${note.id}`, name, incoming: [], outgoing: [] })
      const taken = [...this.#drawn.values(), ...this.#events.values()].map(one => one.box)
      const id = String(event.id)
      this.#events.set(id, { element: event, lane: note.lane, box: besideStep(box, end, taken) })
      const made: Drawn = { ...drawn, element: event }
      this.#put(this.#home(drawn), 'flowElements', event)
      const [a, b] = end === 'start' ? [made, drawn] : [drawn, made]
      const flow = this.#create('bpmn:SequenceFlow', { id: `${id}_flow`, sourceRef: a.element, targetRef: b.element })
      this.#lead(flow, a, b)
      const [first, last] = end === 'start' ? [id, note.id] : [note.id, id]
      this.#flows.push({
        id: `${id}_flow`,
        from: first,
        to: last,
        text: '',
        sides: ['auto', 'auto'],
        element: flow,
        message: false,
      })
    }
    if (incoming.length === 0) add('start')
    if (outgoing.length === 0 && element.$type !== 'bpmn:EndEvent') add('end')
  }

  #boxes(): Map<string, Box> {
    return new Map([...this.#drawn, ...this.#events].map(([id, { box }]) => [id, box]))
  }

  /** Pools below each other with their lanes in them; names are those of the file, else of the lane or the board. */
  #drawPools(): Element[] {
    const boxes = [...this.#boxes().values()]
    const pools = [...this.#pools.values()]
    const nodes = [...this.#drawn.values(), ...this.#events.values()].map(one => ({
      element: one.element,
      lane: 'note' in one ? one.note.lane : one.lane,
      inProcess: !('note' in one) || !holdsOthers(this.#home(one)),
    }))
    return pools.flatMap(({ process, participant, lanes }, index) => {
      const bands = lanes.map(({ top, height }) => ({ x: 0, y: top, w: 0, h: height }))
      const box = poolBox(bands, boxes, { top: index === 0, bottom: index === pools.length - 1 })
      const [only, second] = lanes
      const said = only && readSource(only.source)?.poolName
      participant.name = writable([said, second ? '' : only?.name, this.#title].find(name => name?.trim()) ?? '')
      const made = lanes
        .filter(lane => (readSource(lane.source)?.type ?? 'bpmn:Lane') === 'bpmn:Lane')
        .map(lane => {
          const inLane = nodes.filter(node => node.lane === lane.id && node.inProcess)
          const flowNodeRef = inLane.map(node => node.element).filter(isFlowNode)
          const element = this.#create('bpmn:Lane', { id: xmlId(lane.id), name: lane.name, flowNodeRef })
          const height = Math.min(lane.height, box.y + box.h - lane.top)
          const band = { x: box.x + heading, y: lane.top, w: box.w - heading, h: height }
          return { element, shape: this.#shape(element, band, { isHorizontal: true }) }
        })
      if (made.length)
        process.laneSets = [
          this.#create('bpmn:LaneSet', { id: `${participant.id}_lanes`, lanes: made.map(one => one.element) }),
        ]
      return [this.#shape(participant, box, { isHorizontal: true }), ...made.map(one => one.shape)]
    })
  }

  #drawNotes(): Element[] {
    const hosts = new Set([...this.#drawn.values()].map(({ from }) => from?.parent))
    const notes = [...this.#drawn.values()].filter(({ element }) => element.$type !== 'bpmn:Participant')
    return [
      ...notes.map(({ note, element, from, box }) => {
        const isExpanded = holdsOthers(element) ? { isExpanded: from?.expanded ?? hosts.has(note.id) } : {}
        return this.#shape(element, box, isExpanded)
      }),
      ...[...this.#events.values()].map(({ element, box }) => this.#shape(element, box)),
    ]
  }

  #drawFlows(): Element[] {
    const ways = waypointsOf(this.#boxes(), this.#flows)
    return this.#flows.map(({ id, element }) => {
      const waypoint = (ways.get(id) ?? []).map(point => this.#create('dc:Point', { ...point }))
      return this.#create('bpmndi:BPMNEdge', { id: `${element.id}_di`, bpmnElement: element, waypoint })
    })
  }

  #shape(element: Element, { x, y, w, h }: Box, more: Record<string, boolean> = {}): Element {
    const bounds = this.#create('dc:Bounds', { x, y, width: w, height: h })
    return this.#create('bpmndi:BPMNShape', { id: `${element.id}_di`, bpmnElement: element, bounds, ...more })
  }

  async #xml(planeElement: Element[]): Promise<string> {
    const pools = [...this.#pools.values()]
    const collaboration = this.#create('bpmn:Collaboration', {
      id: 'collaboration',
      participants: pools.map(pool => pool.participant),
      messageFlows: this.#flows.filter(flow => flow.message).map(flow => flow.element),
    })
    const plane = this.#create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: collaboration, planeElement })
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

/** BPMN 2.0 XML with diagram interchange (OMG formal/2013-12-09), written by bpmn-moddle. */
export const bpmn: ExportFormat = {
  id: 'bpmn',
  label: 'BPMN 2.0',
  describes: 'Lanes, steps, decisions and flows of one version, for a modelling tool.',
  extension: 'bpmn',
  mime: 'application/xml',
  write: (board, about) => new Writer(board, about.title, about.picture?.view ?? 'as-is').write(),
}
