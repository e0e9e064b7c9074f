import { type BoardPlan, planOf } from '../board/plan.ts'
import type { BoardSnapshot, Link, Note } from '../board/snapshot.ts'
import { around, expand } from '../geometry/box.ts'
import { buildFlow } from '../method/graph.ts'
import { type BoardView, project } from '../method/projection.ts'
import { DiagramInterchange } from './bpmn-drawing.ts'
import { Elements, holdsOthers, isFlowNode, isPool, type ModdleElement, put } from './bpmn-elements.ts'
import { besideStep, boundsOf } from './bpmn-geometry.ts'
import { type Kept, ourName } from './bpmn-kept.ts'
import { type BpmnFlow, type Drawn, homeOf, type Model, originOf, type Pool } from './bpmn-parts.ts'
import { addedEvents, type BpmnSource, poolOf, readSource, typeOf } from './bpmn-source.ts'

/** What a file says elsewhere of a note or a link, or not at all. */
const saidElsewhere = new Set('id kind text x y lane size group source by votes version place from to'.split(' '))

/** Builds the model; one pool for a board of our own, the file's pools for one that came from BPMN. */
export class BpmnWriter implements Model {
  readonly make = new Elements()
  readonly board: BoardSnapshot
  readonly #plan: Map<string, BoardPlan['notes'][number] | BoardPlan['links'][number]>
  readonly #view: BoardView
  readonly title: string
  readonly drawn = new Map<string, Drawn>()
  readonly pools = new Map<string, Pool>()
  readonly flows: BpmnFlow[] = []
  readonly #tied: { element: ModdleElement; flow: string; annotation: ModdleElement }[] = []
  readonly collaboration: ModdleElement
  /** Events of paths that begin or end without one, by their ids, and the lanes they lie in. */
  readonly events = new Map<string, Drawn>()

  constructor(board: BoardSnapshot, title: string, view: BoardView) {
    const { notes, links } = project(board, view)
    const wall = [...notes].filter(([, note]) => note.place === 'wall')
    this.board = { ...board, notes: new Map(wall), links, lanes: board.lanes, groups: board.groups }
    const { notes: planned, links: led } = planOf({
      ...{ ...this.board, views: [], outcomes: [], stage: {}, damaged: 0 },
      comments: new Map(),
    })
    this.#plan = new Map([...planned, ...led].map(one => [one.id, one]))
    this.#view = view
    this.title = title.trim() || 'Board'
    this.collaboration = this.make.create('bpmn:Collaboration', { id: this.make.idFor('collaboration') })
  }

  write(): Promise<string> {
    const { notes, links } = this.board
    const flow = buildFlow(this.board)
    const leaving = new Set([...links.values()].map(link => link.from))
    for (const lane of this.board.lanes) this.#pool(poolOf(lane)).lanes.push(lane)
    const shifts = this.#shifts()
    for (const note of notes.values())
      this.#note(note, shifts.get(note.lane) ?? 0, flow.notes.has(note.id), leaving.has(note.id))
    this.#nest()
    this.#widen()
    for (const { element, kept } of this.drawn.values()) if (!isPool(element)) this.make.keep(element, kept)
    for (const link of links.values()) this.#link(link)
    this.#tie()
    for (const drawn of this.drawn.values()) this.#ends(drawn)
    this.#document()
    const { categories, diagrams } = new DiagramInterchange(this).draw(shifts)
    return this.#xml(categories, diagrams)
  }

  #pool(id: string): Pool {
    const known = this.pools.get(id)
    if (known) return known
    const key = this.make.idFor(id || 'pool')
    const process = this.make.create('bpmn:Process', { id: this.make.idFor(`${key}_process`), isExecutable: false })
    const participant = this.make.create('bpmn:Participant', { id: key, name: this.title, processRef: process })
    const made: Pool = { process, participant, lanes: [], notes: [], kept: {} }
    this.pools.set(id, made)
    return made
  }

  /** px down by lane: the lanes of one pool lie below each other in the file, whatever lies between them on the wall. */
  #shifts(): Map<string | null, number> {
    const shifts = new Map<string | null, number>()
    let top = 0
    for (const { lanes } of this.pools.values())
      for (const lane of lanes) {
        shifts.set(lane.id, top - lane.top)
        top += lane.height
      }
    return shifts
  }

  #note(note: Note, shift: number, inFlow: boolean, leaves: boolean): void {
    const lane = this.board.lanes.find(one => one.id === note.lane)
    const pool = this.#pool(lane ? poolOf(lane) : ([...this.pools.keys()][0] ?? ''))
    const said = this.make.known(readSource(note.source))
    // One note stands for a pool; a copy of it is a note like others.
    const from = said?.type === 'bpmn:Participant' && pool.kept.note ? null : said
    const type = typeOf(note, from, inFlow, leaves)
    const box = boundsOf({ ...note, y: note.y + shift }, type)
    const kept: Kept = {
      kind: note.kind,
      ...(note.group && this.board.groups.has(note.group) ? { group: note.group } : {}),
      ...(box.w === note.w && box.h === note.h ? {} : { size: [note.w, note.h] }),
      ...originOf(note, from),
      ...(from?.label && from.label === note.text ? { text: note.text } : {}),
      fields: this.#fieldsOf(note.id),
    }
    const element = type === 'bpmn:Participant' ? pool.participant : this.make.note(note, type, from)
    const drawn: Drawn = { note, element, from, pool, box, kept: {} }
    if (isPool(element)) {
      const at: [number, number] = [note.x, note.y - (lane?.top ?? 0)]
      pool.kept.note = { ...kept, id: note.id, text: note.text, lane: note.lane, at, size: [note.w, note.h] }
    } else {
      pool.notes.push(drawn)
      const inLane = isFlowNode(element) && lane !== undefined
      const id = element.id === note.id ? {} : { id: note.id }
      drawn.kept = { ...id, ...kept, ...(inLane ? {} : { lane: note.lane }) }
    }
    this.drawn.set(note.id, drawn)
  }

  #fieldsOf(id: string): Kept['fields'] {
    const gone = this.#view === 'to-be' ? ['improved'] : []
    const fields = Object.entries(this.#plan.get(id) ?? {}).filter(
      ([key]) => !saidElsewhere.has(key) && !gone.includes(key),
    )
    return fields.length ? Object.fromEntries(fields) : undefined
  }

  /** Puts elements into their subprocess or process, and boundary events on their activity. */
  #nest(): void {
    for (const drawn of this.drawn.values()) {
      const { element, from } = drawn
      const host = from?.attachedTo ? this.drawn.get(from.attachedTo)?.element : undefined
      if (host && element.$type === 'bpmn:BoundaryEvent') element.attachedToRef = host
      if (!isPool(element)) put(homeOf(this, drawn), isFlowNode(element) ? 'flowElements' : 'artifacts', element)
    }
  }

  /** A note may be smaller than the open subprocess it came from: what is in it lies in it. */
  #widen(): void {
    const children = Map.groupBy(this.drawn.values(), ({ from }) => from?.parent)
    // The innermost first: a file says what holds others before what is held.
    for (const drawn of [...this.drawn.values()].reverse()) {
      if (!holdsOthers(drawn.element) || drawn.from?.expanded === false) continue
      const inside = (children.get(drawn.note.id) ?? []).map(({ box }) => expand(box, 20))
      const { note, box } = drawn
      drawn.box = around([box, ...inside]) ?? box
      if (inside.length)
        drawn.kept = { ...drawn.kept, size: [note.w, note.h], inset: [box.x - drawn.box.x, box.y - drawn.box.y] }
    }
  }

  #link(link: Link): void {
    const [a, b] = [this.drawn.get(link.from), this.drawn.get(link.to)]
    if (!a || !b) return
    const ends = [a.element, b.element]
    const from = readSource(link.source)
    const isAside = from !== null && ['bpmn:Association', 'bpmn:LinkEventDefinition'].includes(from.type)
    const message =
      !isAside &&
      (a.pool !== b.pool || from?.type === 'bpmn:MessageFlow') &&
      ends.every(end => isFlowNode(end) || isPool(end))
    // To and from what is no step of the process there is no flow.
    const type = message ? 'MessageFlow' : !isAside && ends.every(isFlowNode) ? 'SequenceFlow' : 'Association'
    const isLabel = from?.label !== undefined && from.label === link.text
    const named = type !== 'Association' && !isLabel
    const [source, target] = from?.reversed && type === 'Association' ? [b, a] : [a, b]
    const element = this.make.create(`bpmn:${type}`, {
      id: this.make.idFor(link.id),
      ...(link.text && named ? { name: link.text } : {}),
      ...(type === 'Association' && from?.direction ? { associationDirection: from.direction } : {}),
      sourceRef: source.element,
      targetRef: target.element,
    })
    this.make.keep(element, {
      ...(element.id === link.id ? {} : { id: link.id }),
      ...originOf(link, from?.type === `bpmn:${type}` ? from : null),
      ...(link.text && !named ? { text: link.text } : {}),
      fields: this.#fieldsOf(link.id),
    })
    if (type === 'Association' && from?.about) this.#tied.push({ element, flow: from.about, annotation: b.element })
    if (type === 'Association')
      put(ends.some(isPool) || a.pool !== b.pool ? this.collaboration : homeOf(this, a), 'artifacts', element)
    if (type === 'SequenceFlow') this.#lead(element, a, b, from)
    this.flows.push({ ...link, element, message })
  }

  /** An annotation about a flow is tied to the flow itself, which may be written after it. */
  #tie(): void {
    for (const { element, flow, annotation } of this.#tied) {
      const about = this.flows.find(one => one.id === flow)?.element
      if (about) element[element.sourceRef === annotation ? 'targetRef' : 'sourceRef'] = about
    }
  }

  #lead(flow: ModdleElement, a: Drawn, b: Drawn, from: BpmnSource | null = null): void {
    put(a.element, 'outgoing', flow)
    put(b.element, 'incoming', flow)
    put(homeOf(this, a) === homeOf(this, b) ? homeOf(this, a) : a.pool.process, 'flowElements', flow)
    if (from?.condition !== undefined)
      flow.conditionExpression = this.make.create(
        'bpmn:FormalExpression',
        from.condition ? { body: from.condition } : {},
      )
    if (from?.isDefault && this.make.takesDefault(a.element)) a.element.default = flow
  }

  /** A path of our own begins and ends at a note; BPMN wants events there. A step that nothing leads to or from has none. */
  #ends(drawn: Drawn): void {
    const { element, note, box } = drawn
    const [incoming, outgoing] = [element.incoming, element.outgoing] as (ModdleElement[] | undefined)[]
    if (note.source !== null || !incoming || !outgoing || incoming.length + outgoing.length === 0) return
    const add = (end: 'start' | 'end') => {
      const { type, id: prefix, name } = addedEvents[end]
      const id = this.make.idFor(`${prefix}${note.id}`)
      const event = this.make.create(type, { id, name, incoming: [], outgoing: [] })
      this.make.keep(event, { added: true })
      const taken = [...this.drawn.values(), ...this.events.values()].map(one => one.box)
      const made: Drawn = { ...drawn, element: event, box: besideStep(box, end, taken) }
      this.events.set(id, made)
      put(homeOf(this, drawn), 'flowElements', event)
      const [a, b] = end === 'start' ? [made, drawn] : [drawn, made]
      const flow = this.make.create('bpmn:SequenceFlow', {
        id: this.make.idFor(`${id}_flow`),
        ...{ sourceRef: a.element, targetRef: b.element },
      })
      this.#lead(flow, a, b)
      const [first, last] = end === 'start' ? [id, note.id] : [note.id, id]
      const ends = { id: String(flow.id), from: first, to: last }
      this.flows.push({ ...ends, text: '', sides: ['auto', 'auto'], element: flow, message: false })
    }
    if (incoming.length === 0) add('start')
    if (outgoing.length === 0 && element.$type !== 'bpmn:EndEvent') add('end')
  }

  /** What was said about a note, a link or the board and is not settled documents it. */
  #document(): void {
    const links = new Map(this.flows.map(flow => [flow.id, flow.element]))
    const said = [...this.board.comments.values()].filter(({ parent, resolved }) => parent === null && !resolved)
    for (const [on, comments] of Map.groupBy(said, comment => comment.on)) {
      const element = on === null ? this.collaboration : (this.drawn.get(on)?.element ?? links.get(on))
      if (element)
        this.make.document(
          element,
          comments.map(comment => comment.text),
        )
    }
  }

  #xml(categories: readonly ModdleElement[], diagrams: readonly ModdleElement[]): Promise<string> {
    const pools = [...this.pools.values()]
    // A pool that came without a process and that nobody has put a step into has none.
    const isClosed = ({ lanes, notes, kept }: Pool) =>
      notes.length === 0 &&
      kept.note !== undefined &&
      lanes.every(lane => readSource(lane.source)?.type === 'bpmn:Participant')
    for (const pool of pools) if (isClosed(pool)) delete pool.participant.processRef
    Object.assign(this.collaboration, {
      participants: pools.map(pool => pool.participant),
      messageFlows: this.flows.filter(flow => flow.message).map(flow => flow.element),
    })
    const definitions = this.make.create('bpmn:Definitions', {
      id: this.make.idFor('definitions'),
      name: this.title,
      targetNamespace: 'http://bpmn.io/schema/bpmn',
      exporter: ourName,
      rootElements: [
        this.collaboration,
        ...pools.filter(pool => !isClosed(pool)).map(pool => pool.process),
        ...categories,
      ],
      diagrams,
    })
    return this.make.xml(definitions)
  }
}
