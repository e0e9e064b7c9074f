import type { Point } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { hitTest } from '../tools/hit.ts'
import type { Hit } from '../tools/tool.ts'

/** Returns the hit that an element of the wall declares, for elements that are not found by position. */
function saidBy(element: HTMLElement | null): Hit | null {
  const [type, id] = element?.dataset.hit?.split(':') ?? []
  if (!id) return null
  return type === 'lane-heading' || type === 'lane-edge' || type === 'group' ? { type, id } : null
}

/**
 * Returns what is under the pointer: what the element there declares, else what lies at the point. Notes take
 * precedence over a faint name.
 */
export function hitAt(board: BoardState, target: EventTarget | null, at: Point, coarse = false): Hit {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-hit]') : null
  const said = saidBy(element)
  if (said && !element?.closest('[data-lies="faint"]')) return said
  const found = hitTest(board, at, coarse)
  return said && found.type === 'paper' ? said : found
}
