import type { Kept } from '../export/bpmn-kept.ts'
import { type BpmnElement, element, elements, is, type Shape } from './bpmn-model.ts'

/** One band of the wall: a leaf lane, or a pool without lanes. */
export interface Band {
  id: string
  name: string
  /** Names of the lanes and the pool that it lies in, the innermost first. */
  within: string[]
  pool: string
  poolName: string
  type: 'bpmn:Lane' | 'bpmn:Participant'
  shape: Shape | null
  nodes: Set<string>
  kept: Kept | null
}

/** An element that becomes a note. */
export interface Found {
  item: BpmnElement
  band: Band
  /** The subprocess it lies in. */
  parent: BpmnElement | null
}

export interface FoundFlow {
  item: BpmnElement
  from: BpmnElement
  to: BpmnElement
  /** The flow that an annotation is tied to: one of the ends is what that flow leaves. */
  about?: BpmnElement
}

export const isActivity = (item: BpmnElement) =>
  /Task$|SubProcess$|CallActivity$|Transaction$|Choreography$/.test(item.$type)
export const isNode = (item: BpmnElement) => isActivity(item) || /Gateway$|Event$/.test(item.$type)
export const isBand = (item: BpmnElement) => is(item, 'Participant', 'Lane')

interface Leaf {
  lane: BpmnElement
  above: BpmnElement[]
}
/** Leaf lanes of a lane set, through any nesting, each with the lanes around it. */
function leaves(laneSet: BpmnElement | null, above: BpmnElement[] = []): Leaf[] {
  return elements(laneSet?.lanes).flatMap(lane => {
    const inner = leaves(element(lane.childLaneSet), [lane, ...above])
    return inner.length ? inner : [{ lane, above }]
  })
}

export const leavesOf = (process: BpmnElement | null): Leaf[] => elements(process?.laneSets).flatMap(set => leaves(set))
export const isDecision = (item: BpmnElement, incoming: number, outgoing: number): boolean =>
  is(item, 'ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway', 'EventBasedGateway') &&
  (outgoing > 1 || (incoming < 2 && Boolean(item.name?.trim())))
