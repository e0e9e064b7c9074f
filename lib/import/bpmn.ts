import { limits } from '../board/fields.ts'
import { type BoardPlan, type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { attributeNames, type BpmnSource, writeSource } from '../export/bpmn-source.ts'
import { contains } from '../geometry/box.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'
import { cutText } from '../text/cut.ts'
import { type Band, type Found, type FoundFlow, isActivity, isBand, isDecision } from './bpmn-found.ts'
import { customersOf, Layout } from './bpmn-layout.ts'
import { type BpmnElement, defaultOf, element, elements, is, readXml } from './bpmn-model.ts'
import { BpmnReader } from './bpmn-reader.ts'
import { bpmnLabelOf, conditionOf } from './bpmn-words.ts'
import { fitToLimit, ImportError, type ImportFormat } from './format.ts'

type PlanNote = NonNullable<BoardPlanInput['notes']>[number]
type PlanLink = NonNullable<BoardPlanInput['links']>[number]
type PlanLane = NonNullable<BoardPlanInput['lanes']>[number]

/** Makes a plan of what a reader found. */
class Planner {
  readonly #reader: BpmnReader
  readonly #layout: Layout
  readonly #customers: Set<Band>
  readonly #ends = new Map<BpmnElement, { in: number; out: number; sends: boolean }>()
  readonly #groupOf = new Map<Found, string>()

  constructor(reader: BpmnReader) {
    this.#reader = reader
    this.#customers = customersOf(reader.bands.filter(band => !band.kept?.actor))
    for (const band of reader.bands) if (band.kept?.actor === 'customer') this.#customers.add(band)
    this.#layout = new Layout(reader, this.#customers)
    for (const { item, from, to } of reader.flows) {
      if (is(item, 'SequenceFlow')) this.#endsOf(from).out += 1
      if (is(item, 'SequenceFlow')) this.#endsOf(to).in += 1
      if (is(item, 'MessageFlow')) this.#endsOf(from).sends = true
    }
  }

  plan(): BoardPlan {
    const reader = this.#reader
    const lanes = this.#layout.bands.map(band => this.#lane(band))
    const groups = reader.groups.flatMap(group => this.#group(group))
    const notes = reader.notes.map(found => this.#note(found))
    const links = reader.flows.map(flow => this.#link(flow))
    const comments = reader.documentation.map(({ on, text }, index) => ({
      id: reader.idOf(`documentation ${index}`),
      on: on && reader.noteIdOf(on),
      parent: null,
      text: fitToLimit(text, limits.text, reader.losses),
    }))
    const plan = boardPlan.safeParse({ lanes, notes, links, groups, comments })
    if (plan.success) return plan.data
    const large = plan.error.issues.find(issue => issue.code === 'too_big')
    throw new ImportError(
      large
        ? `This file has more ${String(large.path[0])} than a board holds (${Number(large.maximum).toLocaleString('en')}).`
        : `This file holds what no board can: ${plan.error.issues[0]?.message ?? ''}.`,
    )
  }

  #endsOf(item: BpmnElement) {
    const known = this.#ends.get(item) ?? { in: 0, out: 0, sends: false }
    this.#ends.set(item, known)
    return known
  }

  #laneId = (band: Band): string => this.#reader.laneIdOf(band.kept?.id ?? `lane ${band.id}`)

  /** A pool's note says itself in which of the pool's lanes it lies. */
  #laneOf({ item, band }: Found): string {
    const said = isBand(item) ? this.#reader.noteKeptOf(item)?.lane : null
    return this.#laneId(this.#reader.bands.find(one => said && one.kept?.id === said) ?? band)
  }

  #lane(band: Band): PlanLane {
    const { losses } = this.#reader
    const isCustomers = this.#customers.has(band)
    if (isCustomers && !band.kept?.actor)
      losses.push(`The lane “${band.name}” is taken for the customer’s, by its name.`)
    const source = { type: band.type, ...(band.pool ? { pool: band.pool } : {}) }
    return {
      id: this.#laneId(band),
      name: band.kept?.name ?? fitToLimit(band.name, limits.name, losses),
      actor: band.kept?.actor ?? (isCustomers ? 'customer' : 'back-stage'),
      height: this.#layout.heights.get(band) ?? limits.laneHeight[0],
      ...this.#sourceOf(band.kept, {
        ...source,
        ...(band.poolName ? { poolName: cutText(band.poolName, limits.name) } : {}),
      }),
    }
  }

  #sourceOf(kept: Band['kept'], from: Omit<BpmnSource, 'format'>): { source?: string } {
    if (kept?.source) return { source: kept.source }
    return kept?.own ? {} : { source: writeSource(from) }
  }

  /** A group that is drawn around notes is theirs. */
  #group(group: BpmnElement): { id: string; name: string }[] {
    const { file, notes, keptOf, noteKeptOf, leftOut, losses, groupIdOf } = this.#reader
    const kept = keptOf(group)
    const id = groupIdOf(kept?.id ?? group.id ?? 'group')
    const named = String(element(group.categoryValueRef)?.value ?? group.name ?? '').trim()
    const name = kept?.name ?? (named || 'Group')
    const shape = file.shapes.get(group.id ?? '')
    const members = notes.filter(found => {
      const said = noteKeptOf(found.item)
      if (said) return said.group !== undefined && said.group === (kept?.id ?? group.id)
      const drawn = file.shapes.get(found.item.id ?? '')
      const middle = drawn && { x: drawn.x + drawn.w / 2, y: drawn.y + drawn.h / 2 }
      return shape?.plane === drawn?.plane && shape && middle && !isBand(found.item) && contains(shape, middle)
    })
    const free = members.filter(found => !this.#groupOf.has(found))
    for (const found of free) this.#groupOf.set(found, id)
    if (free.length === 0) leftOut.add('group around no note', named)
    return free.length === 0 ? [] : [{ id, name: fitToLimit(name, limits.name, losses) }]
  }

  #kindOf(item: BpmnElement): NoteKindId {
    if (isActivity(item)) return 'step'
    const { in: incoming, out } = this.#endsOf(item)
    return isDecision(item, incoming, out) ? 'decision' : 'plain'
  }

  #note(found: Found): PlanNote {
    const { item, band, parent } = found
    const { losses, noteIdOf, noteKeptOf, file } = this.#reader
    const kept = noteKeptOf(item)
    const written = String(item.name ?? item.text ?? '')
    const named = kept ? written : written.trim()
    const label = named ? '' : kept ? (kept.text ?? '') : bpmnLabelOf(item, this.#endsOf(item).out)
    const definitions = elements(item.eventDefinitions).map(one => one.$type)
    const loop = element(item.loopCharacteristics)
    const shape = isBand(item) ? undefined : file.shapes.get(item.id ?? '')
    const attachedTo = element(item.attachedToRef)
    const attributes = Object.fromEntries(
      attributeNames.flatMap(name => {
        const value = item[name]
        const says = Object.hasOwn(item, name) && ['boolean', 'string'].includes(typeof value)
        return says && value !== defaultOf(item, name) ? [[name, value]] : []
      }),
    )
    const planned = {
      id: noteIdOf(item),
      kind: kept?.kind ?? this.#kindOf(item),
      text: (isBand(item) && kept?.text) || fitToLimit(named, limits.text, losses) || label,
      ...this.#layout.placeOf(found),
      ...(kept?.lane === null || band.kept?.paper ? {} : { lane: this.#laneOf(found) }),
      ...(this.#groupOf.has(found) ? { group: this.#groupOf.get(found) } : {}),
      // The modeller says that a rule is applied in this step.
      ...(is(item, 'BusinessRuleTask') && !kept ? { mark: { kind: 'br' as const, state: 'confirmed' as const } } : {}),
      ...this.#sourceOf(kept, {
        type: item.$type,
        ...(definitions[0] ? { event: definitions[0] } : {}),
        ...(definitions.length > 1 ? { moreEvents: definitions.slice(1, 20) } : {}),
        ...(attachedTo ? { attachedTo: noteIdOf(attachedTo) } : {}),
        ...(parent ? { parent: noteIdOf(parent) } : {}),
        ...(shape?.expanded === undefined ? {} : { expanded: shape.expanded }),
        ...(label ? { label } : {}),
        ...(loop ? { loop: loop.$type, isSequential: loop.isSequential === true } : {}),
        ...(Object.keys(attributes).length ? { attributes } : {}),
      }),
    }
    return withFields('notes', planned, kept?.fields)
  }

  #link(flow: FoundFlow): PlanLink {
    const { item } = flow
    const { losses, idOf, keptOf, noteIdOf } = this.#reader
    const kept = keptOf(item)
    const written = String(item.name ?? '')
    const named = fitToLimit(kept ? written : written.trim(), limits.text, losses)
    const condition = cutText(conditionOf(item), 1_000)
    const isDefault = element(flow.from.default) === item
    const label = named ? '' : kept ? (kept.text ?? '') : condition || (isDefault ? 'otherwise' : '')
    // An annotation is about something: what it is about points at it, whichever way the file has it.
    const reversed =
      is(item, 'Association') && !kept?.own && is(flow.from, 'TextAnnotation') && !is(flow.to, 'TextAnnotation')
    const ends = reversed ? [flow.to, flow.from] : [flow.from, flow.to]
    const [from = '', to = ''] = ends.map(noteIdOf)
    const direction = item.associationDirection
    const planned = {
      id: idOf(kept?.id ?? item.id ?? `flow ${from} ${to}`),
      from,
      to,
      text: named || label,
      ...(!kept && this.#isInEveryCase(flow) ? { share: 1 } : {}),
      ...this.#sourceOf(kept, {
        type: item.$type,
        ...(label ? { label } : {}),
        // An empty one says that there is a condition.
        ...(element(item.conditionExpression) ? { condition } : {}),
        ...(isDefault ? { isDefault } : {}),
        ...(reversed ? { reversed } : {}),
        ...(flow.about ? { about: noteIdOf(flow.about) } : {}),
        ...(direction === 'One' || direction === 'Both' ? { direction } : {}),
      }),
    }
    return withFields('links', planned, kept?.fields)
  }

  /** Every case takes every way from a parallel gateway, and a message goes out besides what goes on. */
  #isInEveryCase({ item, from }: FoundFlow): boolean {
    if (is(item, 'Association', 'LinkEventDefinition')) return false
    if (is(from, 'ParallelGateway')) return true
    const { sends, out } = this.#endsOf(from)
    return sends && out < 2
  }
}

/** What a file of ours says of an entity besides, as far as a board takes it. */
function withFields<T extends PlanNote | PlanLink>(root: 'notes' | 'links', planned: T, fields?: object): T {
  const all = { ...fields, ...planned }
  return fields && boardPlan.safeParse({ [root]: [all] }).success ? all : planned
}

/** BPMN 2.0 XML: pools and leaf lanes become lanes, flow nodes notes, flows links (BPMN.md says what becomes what). */
export const bpmnImport: ImportFormat = {
  id: 'bpmn',
  label: 'BPMN 2.0',
  extensions: ['bpmn', 'xml'],
  recognises: text => /^[\uFEFF\s]*</.test(text) && text.includes('http://www.omg.org/spec/BPMN/20100524/MODEL'),
  async read(text) {
    const file = await readXml(text)
    const reader = new BpmnReader(file)
    reader.read()
    const plan = new Planner(reader).plan()
    const title = cutText(String(file.definitions.name ?? ''), limits.name)
    const losses = [...new Set([...reader.losses, ...reader.leftOut.sentences()])]
    return { plan, losses, ...(title ? { title } : {}) }
  },
}
