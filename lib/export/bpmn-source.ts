import { z } from 'zod'
import type { Lane, Note } from '../board/snapshot.ts'
import { noteKind } from '../notes/kinds/index.ts'

const typeName = z.string().regex(/^bpmn:[A-Za-z]{1,40}$/)
const eventName = z.string().regex(/^bpmn:[A-Za-z]{1,40}EventDefinition$/)

/** Attributes of elements that a wall does not show and an export gives back. */
export const attributeNames = [
  'cancelActivity',
  'isInterrupting',
  'triggeredByEvent',
  'isForCompensation',
  'instantiate',
  'eventGatewayType',
  'parallelMultiple',
  'calledElement',
] as const

const source = z.object({
  format: z.literal('bpmn'),
  type: typeName,
  /** Type of its event definition, and of the others where it has several. */
  event: eventName.optional(),
  moreEvents: z.array(eventName).max(20).optional(),
  /** Note it is attached to (boundary events), or the note of the subprocess it lies in. */
  attachedTo: z.string().optional(),
  parent: z.string().optional(),
  expanded: z.boolean().optional(),
  /** Pool of a lane. */
  pool: z.string().optional(),
  poolName: z.string().optional(),
  /** The words it was given because the file had none: as long as they stand, it is written without a name. */
  label: z.string().optional(),
  /** Of a flow: its condition, whether it is what is taken when none holds, whether its ends are turned round. */
  condition: z.string().optional(),
  isDefault: z.boolean().optional(),
  reversed: z.boolean().optional(),
  /** Of an association: the flow that its annotation is about. */
  about: z.string().optional(),
  direction: z.enum(['None', 'One', 'Both']).optional(),
  /** Type of a repetition, and whether it goes one after another. */
  loop: typeName.optional(),
  isSequential: z.boolean().optional(),
  attributes: z.partialRecord(z.enum(attributeNames), z.union([z.boolean(), z.string().max(200)])).optional(),
})
/** What is kept of the element that a note, a link or a lane was in its file, so that an export gives it back. */
export type BpmnSource = z.infer<typeof source>

/** Characters of a source that the board's schema takes; what is longer keeps its type alone. */
const longest = 4_000
export function writeSource(from: Omit<BpmnSource, 'format'>): string {
  const written = JSON.stringify({ format: 'bpmn', ...from })
  return written.length <= longest ? written : JSON.stringify({ format: 'bpmn', type: from.type })
}

/** A client may have written anything there: null for what is no such thing. */
export function readSource(stored: string | null): BpmnSource | null {
  if (!stored) return null
  try {
    return source.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

/** Id of the pool that a lane lies in; empty on a board of our own, which is one pool. */
export const poolOf = (lane: Lane): string => readSource(lane.source)?.pool ?? ''

/** Events that are written where a path begins or ends without one; read back as they are, they are no notes. */
export const addedEvents = {
  start: { type: 'bpmn:StartEvent', id: 'Start_of_', name: 'Start' },
  end: { type: 'bpmn:EndEvent', id: 'End_of_', name: 'End' },
} as const

/** What BPMN draws as a shape that a note can be. */
export const drawable = ['bpmn:FlowNode', 'bpmn:TextAnnotation', 'bpmn:Participant', 'bpmn:Lane']
/** Flow nodes of diagrams that are no processes: in one they are plain activities. */
const activities = new Set(['bpmn:ChoreographyTask', 'bpmn:SubChoreography', 'bpmn:CallChoreography'])

/** The BPMN type of a note: what it was in its file, else what its kind means; `inFlow` by the rule of the method. */
export function typeOf(note: Note, from: BpmnSource | null, inFlow: boolean, leaves: boolean): string {
  if (from) {
    if (from.type === 'bpmn:BoundaryEvent' && !from.attachedTo) return 'bpmn:IntermediateThrowEvent'
    return activities.has(from.type) ? 'bpmn:Task' : from.type
  }
  const { role, failure } = noteKind(note.kind)
  if (role === 'gateway') return 'bpmn:ExclusiveGateway'
  if (role === 'end') return leaves ? 'bpmn:IntermediateThrowEvent' : 'bpmn:EndEvent'
  if (!inFlow) return 'bpmn:TextAnnotation'
  return failure === 'br' ? 'bpmn:BusinessRuleTask' : 'bpmn:Task'
}
