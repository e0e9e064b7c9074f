import type { BoardSnapshot, Lane, Link, Note } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import { type Elements, holdsOthers, type ModdleElement } from './bpmn-elements.ts'
import type { Kept } from './bpmn-kept.ts'
import type { BpmnSource } from './bpmn-source.ts'

export interface Drawn {
  note: Note
  element: ModdleElement
  from: BpmnSource | null
  pool: Pool
  box: Box
  /** What its element says besides. */
  kept: Kept
}
export interface Pool {
  process: ModdleElement
  participant: ModdleElement
  lanes: Lane[]
  notes: Drawn[]
  /** What the participant's own element says besides. */
  kept: Kept
}
export interface BpmnFlow extends Pick<Link, 'id' | 'from' | 'to' | 'text' | 'sides'> {
  element: ModdleElement
  message: boolean
}

/** A file in the making: its elements, and the notes, lanes and links that they are. */
export interface Model {
  readonly make: Elements
  readonly board: BoardSnapshot
  readonly title: string
  readonly collaboration: ModdleElement
  readonly drawn: Map<string, Drawn>
  readonly pools: Map<string, Pool>
  readonly flows: BpmnFlow[]
  /** Events of paths that begin or end without one, by their ids, and the lanes they lie in. */
  readonly events: Map<string, Drawn>
}

/** The subprocess or process that holds a note. */
export function homeOf({ drawn }: Model, { from, pool }: Drawn): ModdleElement {
  const parent = from?.parent ? drawn.get(from.parent)?.element : undefined
  return parent && holdsOthers(parent) ? parent : pool.process
}

/** The collapsed subprocess in whose own diagram a note is drawn. */
export function insideOf({ drawn }: Model, { from }: Drawn): ModdleElement | null {
  const seen = new Set<Drawn>()
  let up = drawn.get(from?.parent ?? '')
  for (; up && !seen.has(up); up = drawn.get(up.from?.parent ?? '')) {
    seen.add(up)
    if (holdsOthers(up.element) && up.from?.expanded === false) return up.element
  }
  return null
}

/** What is not read from the element itself: that it is our own, or what another format said of it. */
export const originOf = ({ source }: { source: string | null }, from: BpmnSource | null): Kept =>
  source === null ? { own: true } : from ? {} : { source }
