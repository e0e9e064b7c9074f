import { type Kept, keptNamespace, readKept } from '../export/bpmn-kept.ts'
import { addedEvents } from '../export/bpmn-source.ts'
import { around, contains, expand } from '../geometry/box.ts'
import { endOfFlow, linkEventFlows, placeAnnotations } from './bpmn-flows.ts'
import { type Band, type Found, type FoundFlow, isBand, isNode, leavesOf } from './bpmn-found.ts'
import { type BpmnElement, type BpmnFile, element, elements, is, type Shape } from './bpmn-model.ts'
import { documentationOf, LeftOut, typeInWords } from './bpmn-words.ts'
import { idMaker } from './format.ts'

/** px of the diagram around what lies in a process without a pool. */
const room = 50

/** What an export of ours wrote into an element. */
function keptIn(item: BpmnElement | null): Kept | null {
  for (const value of elements(element(item?.extensionElements)?.values)) {
    const descriptor = value.$descriptor as { ns?: { uri?: string } } | undefined
    if (descriptor?.ns?.uri === keptNamespace) return readKept(value.$body)
  }
  return null
}

/** Walks through a file and finds what becomes lanes, notes, links, groups and comments, and what cannot. */
export class BpmnReader {
  readonly file: BpmnFile
  /** Ids of notes, links and comments; those of lanes and groups are apart. */
  readonly idOf = idMaker()
  readonly laneIdOf = idMaker()
  readonly groupIdOf = idMaker()
  readonly bands: Band[] = []
  readonly notes: Found[] = []
  readonly flows: FoundFlow[] = []
  readonly groups: BpmnElement[] = []
  readonly documentation: { on: BpmnElement | null; text: string }[] = []
  readonly leftOut = new LeftOut()
  readonly losses: string[]
  readonly #associations: BpmnElement[] = []
  readonly #sequences: BpmnElement[] = []
  readonly #messages: BpmnElement[] = []
  readonly #found = new Map<BpmnElement, Found>()
  readonly #kept = new Map<BpmnElement, Kept | null>()
  #details = 0

  constructor(file: BpmnFile) {
    this.file = file
    this.losses = [...new Set(file.warnings)].map(warning => `In the file: ${warning}`)
  }

  /** The same of the note that an element becomes; a pool's element says that apart from what it says of its lane. */
  noteKeptOf = (item: BpmnElement): Kept | null =>
    isBand(item) ? (this.keptOf(item)?.note ?? null) : this.keptOf(item)

  /** What an export of ours wrote into an element; parsed once. */
  keptOf = (item: BpmnElement | null): Kept | null => {
    if (!item) return null
    const known = this.#kept.get(item)
    if (known !== undefined) return known
    const kept = keptIn(item)
    this.#kept.set(item, kept)
    return kept
  }

  /** Id of what an element becomes: a note or a link. */
  noteIdOf = (item: BpmnElement): string =>
    this.idOf(this.noteKeptOf(item)?.id ?? item.id ?? `${item.$type} ${this.notes.findIndex(one => one.item === item)}`)

  read(): void {
    const roots = elements(this.file.definitions.rootElements)
    const pooled = new Set<BpmnElement>()
    const artifacts: BpmnElement[] = []
    for (const root of roots) {
      if (!is(root, 'Collaboration', 'Choreography', 'GlobalConversation', 'GlobalChoreographyTask')) continue
      this.#document(root, null)
      const choreography = elements(root.flowElements).length > 0
      for (const participant of elements(root.participants)) {
        const process = element(participant.processRef)
        // Two pools of one process show the same steps: those of the first.
        this.#pool(participant, process && !pooled.has(process) ? process : null, choreography || process !== null)
        if (process) pooled.add(process)
      }
      this.#messages.push(...elements(root.messageFlows))
      for (const talk of elements(root.conversations)) this.leftOut.add(typeInWords(talk.$type), talk.name)
      artifacts.push(...elements(root.artifacts))
      if (choreography) this.#choreography(root)
    }
    for (const process of roots)
      if (is(process, 'Process') && !pooled.has(process)) {
        if (elements(process.flowElements).length + elements(process.artifacts).length + leavesOf(process).length)
          this.#pool(null, process, true)
        else if (process.name) this.leftOut.add('empty process', process.name)
      } else if (/^bpmn:Global\w*Task$/.test(process.$type)) this.leftOut.add(typeInWords(process.$type), process.name)
    for (const artifact of artifacts) this.#artifact(artifact, null)
    this.#connect()
    for (const band of this.bands) band.shape ??= this.#spreadOf(band)
    if (this.#details)
      this.losses.push(
        'Technical details of other tools (forms, scripts, times of timers, repetitions, settings) are not shown; most are left out.',
      )
  }

  /** A process that no pool is drawn around has the shape of what is in it. */
  #spreadOf(band: Band): Shape | null {
    const drawn = this.notes.filter(note => note.band === band && !isBand(note.item))
    const shapes = drawn.flatMap(({ item }) => this.file.shapes.get(item.id ?? '') ?? [])
    const box = around(shapes.filter(shape => shape.plane === shapes[0]?.plane))
    return box && { ...expand(box, room), horizontal: true, plane: shapes[0]?.plane ?? '' }
  }

  #pool(participant: BpmnElement | null, process: BpmnElement | null, hasProcess: boolean): void {
    const name = this.keptOf(participant)?.name ?? (participant?.name?.trim() || process?.name?.trim() || '')
    const band = (item: BpmnElement | null, laneName: string, within: string[]): Band => {
      const id = item?.id ?? process?.id ?? name
      const made: Band = {
        ...{ id, name: laneName, within, poolName: name, nodes: new Set<string>() },
        pool: participant?.id ?? process?.id ?? '',
        shape: this.file.shapes.get(id) ?? null,
        type: item && is(item, 'Lane') ? 'bpmn:Lane' : 'bpmn:Participant',
        kept: this.keptOf(item),
      }
      this.bands.push(made)
      return made
    }
    const own = leavesOf(process).map(({ lane, above }) => {
      const names = above.map(one => one.name ?? '')
      const made = band(lane, lane.name?.trim() || names.find(Boolean) || name, [...names, name])
      for (const node of elements(lane.flowNodeRef)) if (node.id) made.nodes.add(node.id)
      this.#document(lane, null)
      return { made, above }
    })
    const bands = own.map(one => one.made)
    const home = bands[0] ?? band(participant, name, [])
    this.#document(participant, null)
    if (process) this.#document(process, null)
    if (!hasProcess && participant) this.#add(participant, home, null)
    if (!process) return
    /** A lane may name what lies in one of the lanes inside it. */
    const outer = (item: BpmnElement) =>
      own.filter(({ above }) => above.some(lane => elements(lane.flowNodeRef).includes(item))).map(one => one.made)
    const bandOf = (item: BpmnElement): Band => {
      const named = bands.find(one => one.nodes.has(item.id ?? ''))
      if (named) return named
      const host = element(item.attachedToRef)
      if (host) return bandOf(host)
      const said = this.keptOf(item)?.lane
      const kept = said && bands.find(one => one.kept?.id === said)
      const inOuter = outer(item)
      return kept || (this.#around(item, inOuter) ?? inOuter[0] ?? this.#around(item, bands) ?? home)
    }
    this.#flowElements(process, bandOf, null)
  }

  /** What is agreed between parties is put into the lane of the one who begins. */
  #choreography(root: BpmnElement): void {
    const [first] = this.bands
    if (!first) return
    const bandOf = (item: BpmnElement) => {
      const party = element(item.initiatingParticipantRef) ?? elements(item.participantRefs)[0]
      return this.bands.find(band => band.id === party?.id) ?? first
    }
    this.#flowElements(root, bandOf, null)
    this.losses.push('What a choreography agrees between two parties is put into the lane of the one who begins.')
  }

  /** The band whose shape holds the middle of an element, where no lane names it. */
  #around(item: BpmnElement, bands: readonly Band[]): Band | undefined {
    const shape = this.file.shapes.get(item.id ?? '')
    if (!shape) return undefined
    const middle = { x: shape.x + shape.w / 2, y: shape.y + shape.h / 2 }
    return bands.find(band => band.shape && contains(band.shape, middle))
  }

  #flowElements(container: BpmnElement, bandOf: (item: BpmnElement) => Band, parent: BpmnElement | null): void {
    const inside = elements(container.flowElements)
    const shownData = new Set(inside.map(item => element(item.dataObjectRef)))
    for (const item of inside)
      if (is(item, 'SequenceFlow')) this.#sequences.push(item)
      else if (this.#isAdded(item)) continue
      else if (isNode(item)) {
        const band = bandOf(item)
        this.#add(item, band, parent)
        this.#look(item)
        if (elements(item.flowElements).length + elements(item.artifacts).length)
          this.#flowElements(item, inner => (leavesOf(item).length ? bandOf(inner) : band), item)
      } else if (!shownData.has(item))
        this.leftOut.add(typeInWords(item.$type), item.name ?? element(item.dataObjectRef)?.name)
    for (const artifact of elements(container.artifacts)) this.#artifact(artifact, bandOf(artifact), parent)
  }

  #artifact(item: BpmnElement, band: Band | null, parent: BpmnElement | null = null): void {
    const [first] = this.bands
    if (is(item, 'Association')) this.#associations.push(item)
    else if (is(item, 'Group')) this.groups.push(item)
    else if (!is(item, 'TextAnnotation') || !first) this.leftOut.add(typeInWords(item.$type), item.name)
    else this.#add(item, band ?? this.#around(item, this.bands) ?? first, parent)
  }

  #add(item: BpmnElement, band: Band, parent: BpmnElement | null): Found {
    const found = { item, band, parent }
    this.notes.push(found)
    this.#found.set(item, found)
    this.#document(isBand(item) ? null : item, item)
    return found
  }

  #document(item: BpmnElement | null, on: BpmnElement | null): void {
    if (!item) return
    const whole = on === null && !is(item, 'Collaboration') && item.name?.trim()
    for (const text of documentationOf(item)) this.documentation.push({ on, text: whole ? `${whole}: ${text}` : text })
  }

  /** Whether an element says more than a wall shows. */
  #look(item: BpmnElement): void {
    const details = ['loopCharacteristics', 'ioSpecification', 'script', 'resources']
    const foreign = elements(element(item.extensionElements)?.values).some(
      value => (value.$descriptor as { ns?: { uri?: string } } | undefined)?.ns?.uri !== keptNamespace,
    )
    const timed = elements(item.eventDefinitions).some(one => Object.values(one).some(value => element(value) !== null))
    const said = details.some(name => (Array.isArray(item[name]) ? elements(item[name]).length : item[name]))
    if (said || foreign || timed) this.#details += 1
  }

  /** Whether an export of ours had to add it: an event where a path begins or ends, which still does only that. */
  #isAdded(item: BpmnElement): boolean {
    const flows = elements(item.incoming).length + elements(item.outgoing).length
    const byName =
      this.file.isOurs &&
      Object.values(addedEvents).some(
        added => item.id?.startsWith(added.id) && item.$type === added.type && item.name === added.name,
      )
    return flows <= 1 && (this.keptOf(item)?.added === true || byName)
  }

  /** An end of a flow: what is no note yet and can be one (a pool, a lane) becomes one. */
  #end = (value: unknown): BpmnElement | null => {
    const item = element(value)
    if (!item || this.#found.has(item)) return item
    const band = isBand(item) && this.bands.find(one => one.id === item.id || one.pool === item.id)
    return band ? this.#add(item, band, null).item : null
  }

  #connect(): void {
    for (const item of [...this.#messages, ...this.#sequences, ...this.#associations]) {
      const ends = [item.sourceRef, item.targetRef].map(end => endOfFlow(end))
      if (ends.some(one => one.end && this.#isAdded(one.end))) continue
      const [from, to] = ends.map(one => this.#end(one.end))
      const about = ends.find(one => one.about)?.about
      if (from && to) this.flows.push({ item, from, to, ...(about ? { about } : {}) })
      else if (is(item, 'Association')) this.leftOut.add('association to what is not on the wall', '')
      else this.losses.push('A flow without a source or a target on the wall is left out.')
      if (from && to) this.#document(item, item)
      if (from && to && about) this.losses.push('An annotation about a flow is linked to what the flow leaves.')
      if (element(item.extensionElements) && !this.keptOf(item)) this.#details += 1
    }
    this.flows.push(...linkEventFlows(this.notes, this.flows))
    const isPlaced = (note: BpmnElement) => this.keptOf(note) !== null || this.file.shapes.has(note.id ?? '')
    placeAnnotations(this.flows, this.#found, isPlaced)
  }
}
