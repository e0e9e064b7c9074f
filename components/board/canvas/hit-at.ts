import type { Point } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { hitTest } from '../tools/hit.ts'
import type { Hit } from '../tools/tool.ts'

/** What an element of the wall says it is, for what is not found by place. */
function saidBy(element: HTMLElement | null): Hit | null {
  const [type, id] = element?.dataset.hit?.split(':') ?? []
  if (!id) return null
  return type === 'lane-heading' || type === 'lane-edge' || type === 'group' ? { type, id } : null
}

/** What is under the pointer: what the element there says it is, else what lies at the place. A faint name gives way to notes. */
export function hitAt(board: BoardState, target: EventTarget | null, at: Point, coarse = false): Hit {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-hit]') : null
  const said = saidBy(element)
  if (said && !element?.closest('[data-lies="faint"]')) return said
  const found = hitTest(board, at, coarse)
  return said && found.type === 'paper' ? said : found
}
