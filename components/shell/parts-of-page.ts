import { focusWall } from '#components/board/notes/roving-focus.ts'
import type { BoardState } from '#components/board/state/board-state.ts'

/** The parts that one goes through in turn, each by its landmark; what is not on the screen is passed over. */
const parts = ['wall', 'tools', 'rail', 'panel', 'foot', 'head'].map(part => `[data-slot="${part}"]`)

const anyStop =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),summary,[tabindex="0"]'

/** Returns the first tab stop inside an element, of those that match the selector. */
export const firstStop = (inside: Element, which = anyStop): HTMLElement | undefined =>
  [...inside.querySelectorAll<HTMLElement>(which)].find(one => one.checkVisibility() && one.tabIndex >= 0)

/** Moves the focus to the next part of the page, or the one before, as F6 does between the parts of a window. */
export function goToPart(board: BoardState, by: 1 | -1): void {
  const here = parts.flatMap(part => document.querySelector(part) ?? []).filter(part => part.checkVisibility())
  const at = here.findIndex(part => part.contains(document.activeElement))
  const next = at < 0 ? here[0] : here[(at + by + here.length) % here.length]
  if (!next) return
  if (next.matches('[data-slot="wall"]')) focusWall(board)
  else if (next instanceof HTMLElement && next.tabIndex === -1 && next.hasAttribute('tabindex')) next.focus()
  else firstStop(next)?.focus()
}
