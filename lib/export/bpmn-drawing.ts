import type { Lane } from '../board/snapshot.ts'
import { around, type Box, expand } from '../geometry/box.ts'
import { Diagram } from './bpmn-diagram.ts'
import { holdsOthers, isFlowNode, isPool, type ModdleElement, put } from './bpmn-elements.ts'
import { heading, poolBox, waypointsOf } from './bpmn-geometry.ts'
import type { Kept } from './bpmn-kept.ts'
import { homeOf, insideOf, type Model, originOf } from './bpmn-parts.ts'
import { readSource } from './bpmn-source.ts'

/** Draws a model: pools with their lanes, then what lies in them, the flows, and the groups around it. */
export class DiagramInterchange {
  readonly #model: Model
  readonly #diagram: Diagram

  constructor(model: Model) {
    this.#model = model
    this.#diagram = new Diagram(model.make)
  }

  /** `shifts`: px that a lane lies lower in the file than on the wall. */
  draw(shifts: ReadonlyMap<string | null, number>): { categories: ModdleElement[]; diagrams: ModdleElement[] } {
    this.#drawPools(shifts)
    this.#drawNotes()
    this.#drawFlows()
    return { categories: this.#drawGroups(), diagrams: this.#diagram.diagrams(this.#model.collaboration) }
  }

  #boxes(): Map<string, Box> {
    return new Map([...this.#model.drawn, ...this.#model.events].map(([id, { box }]) => [id, box]))
  }

  /** Pools below each other with their lanes in them; names are those of the file, else of the lane or the board. */
  #drawPools(shifts: ReadonlyMap<string | null, number>): void {
    const boxes = [...this.#boxes().values()]
    const pools = [...this.#model.pools.values()]
    const ranks = new Map(this.#model.board.lanes.map((lane, index) => [lane, index]))
    const nodes = [...this.#model.drawn.values(), ...this.#model.events.values()].filter(
      one => homeOf(this.#model, one) === one.pool.process,
    )
    pools.forEach(({ process, participant, lanes, kept }, index) => {
      const topOf = (lane: Lane) => lane.top + (shifts.get(lane.id) ?? 0)
      const bands = lanes.map(lane => ({ x: 0, y: topOf(lane), w: 0, h: lane.height }))
      const box = poolBox(bands, boxes, { top: index === 0, bottom: index === pools.length - 1 })
      const from = (lane: Lane) => readSource(lane.source)
      const [only, second] = lanes
      const isLane = (lane: Lane) => second !== undefined || (from(lane)?.type ?? 'bpmn:Lane') === 'bpmn:Lane'
      const named = only && !isLane(only) ? only.name : (only && from(only)?.poolName) || (second ? '' : only?.name)
      participant.name = this.#model.make.create('bpmn:Lane', { name: named?.trim() ? named : this.#model.title }).name
      this.#diagram.shape(participant, box, { isHorizontal: true })
      const said = (lane: Lane): Kept => ({
        ...{ id: lane.id, top: topOf(lane), height: lane.height, rank: ranks.get(lane) ?? 0, actor: lane.actor },
        ...(lane.name.trim() === lane.name && lane.name ? {} : { name: lane.name }),
        ...originOf(lane, from(lane)),
      })
      const made = lanes.filter(isLane).map(lane => {
        const flowNodeRef = nodes.filter(node => node.note.lane === lane.id).map(node => node.element)
        const id = this.#model.make.idFor(lane.id)
        const element = this.#model.make.create('bpmn:Lane', {
          id,
          name: lane.name,
          flowNodeRef: flowNodeRef.filter(isFlowNode),
        })
        this.#model.make.keep(element, said(lane))
        const height = Math.min(lane.height, box.y + box.h - topOf(lane))
        const band = { x: box.x + heading, y: topOf(lane), w: box.w - heading, h: height }
        this.#diagram.shape(element, band, { isHorizontal: true })
        return element
      })
      if (made.length)
        process.laneSets = [
          this.#model.make.create('bpmn:LaneSet', {
            id: this.#model.make.idFor(`${participant.id}_lanes`),
            lanes: made,
          }),
        ]
      const nameless: Kept = only?.source && !named?.trim() ? { name: '' } : {}
      const self: Kept = only && !made.length ? said(only) : only ? nameless : { paper: true }
      this.#model.make.keep(participant, { ...self, ...kept })
    })
  }

  #drawNotes(): void {
    const hosts = new Set([...this.#model.drawn.values()].map(({ from }) => from?.parent))
    for (const drawn of this.#model.drawn.values()) {
      const { note, element, from, box } = drawn
      if (isPool(element)) continue
      // A file may leave open whether an empty subprocess is drawn expanded; so does its export.
      const isOpen = from !== null && from !== undefined && !hosts.has(note.id)
      const expanded = from?.expanded ?? (holdsOthers(element) && !isOpen ? hosts.has(note.id) : undefined)
      const isExpanded = expanded === undefined ? {} : { isExpanded: expanded }
      this.#diagram.shape(element, box, isExpanded, insideOf(this.#model, drawn))
    }
    for (const drawn of this.#model.events.values())
      this.#diagram.shape(drawn.element, drawn.box, {}, insideOf(this.#model, drawn))
  }

  #drawFlows(): void {
    const ways = waypointsOf(this.#boxes(), this.#model.flows)
    const inside = (id: string) => {
      const drawn = this.#model.drawn.get(id) ?? this.#model.events.get(id)
      return drawn ? insideOf(this.#model, drawn) : null
    }
    for (const { id, from, to, element } of this.#model.flows)
      this.#diagram.edge(element, ways.get(id) ?? [], inside(from) === inside(to) ? inside(from) : null)
  }

  /** Groups of notes, each around its own; their names are values of a category. */
  #drawGroups(): ModdleElement[] {
    const members = Map.groupBy(this.#model.drawn.values(), ({ note }) => note.group)
    return [...this.#model.board.groups.values()].flatMap(({ id, name }) => {
      const box = around((members.get(id) ?? []).filter(one => !isPool(one.element)).map(one => expand(one.box, 12)))
      if (!box) return []
      const value = this.#model.make.create('bpmn:CategoryValue', {
        id: this.#model.make.idFor(`${id}_value`),
        value: name,
      })
      const group = this.#model.make.create('bpmn:Group', { id: this.#model.make.idFor(id), categoryValueRef: value })
      this.#model.make.keep(group, { id, ...(name.trim() === name && name ? {} : { name }) })
      put(this.#model.collaboration, 'artifacts', group)
      this.#diagram.shape(group, box)
      return [
        this.#model.make.create('bpmn:Category', {
          id: this.#model.make.idFor(`${id}_category`),
          categoryValue: [value],
        }),
      ]
    })
  }
}
