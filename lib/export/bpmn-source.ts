import { z } from 'zod'
import type { Lane, Note } from '../board/snapshot.ts'

const source = z.object({
  format: z.literal('bpmn'),
  type: z.string().regex(/^bpmn:[A-Za-z]{1,40}$/),
  event: z
    .string()
    .regex(/^bpmn:[A-Za-z]{1,40}EventDefinition$/)
    .optional(),
  attachedTo: z.string().optional(),
  parent: z.string().optional(),
  expanded: z.boolean().optional(),
  pool: z.string().optional(),
  poolName: z.string().optional(),
})
/** What is kept of the element that a note, a link or a lane was in its file (lib/import/bpmn-model.ts). */
export type Source = z.infer<typeof source>

/** A client may have written anything there: null for what is no such thing. */
export function readSource(stored: string | null): Source | null {
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
export const drawable = [
  'bpmn:FlowNode',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
  'bpmn:TextAnnotation',
  'bpmn:Group',
  'bpmn:Participant',
]
const flowKinds = new Set(['step', 'decision', 'outcome'])

/** The BPMN type of a note: what it was in its file, else what its kind means. */
export function typeOf(note: Note, from: Source | null, linked: boolean, leaves: boolean): string {
  if (from) {
    if (from.type === 'bpmn:BoundaryEvent' && !from.attachedTo) return 'bpmn:IntermediateThrowEvent'
    return from.type
  }
  if (note.kind === 'decision') return 'bpmn:ExclusiveGateway'
  if (note.kind === 'outcome') return leaves ? 'bpmn:IntermediateThrowEvent' : 'bpmn:EndEvent'
  return linked || flowKinds.has(note.kind) ? 'bpmn:Task' : 'bpmn:TextAnnotation'
}
