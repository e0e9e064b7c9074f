import { drawLink } from './draw-link.ts'
import { noteAt } from './hit.ts'
import { selectTool } from './select.ts'
import type { Tool } from './tool.ts'

/** A: drag from a note to another, or to empty paper for a step linked there. */
export const linkTool: Tool = {
  cursor: hit => (hit.type === 'paper' ? 'default' : 'crosshair'),
  hover: (board, event) => selectTool.hover?.(board, event),
  leave: board => selectTool.leave?.(board),
  press: (board, start) => {
    const from = start.hit.type === 'edge' ? start.hit.id : noteAt(board, start.at)?.id
    if (!from) return selectTool.press(board, start)
    return drawLink(board, from, start, start.hit.type === 'edge' ? start.hit.side : null)
  },
}
