import type { BoardState } from '../state/board-state.ts'

/**
 * The wall never scrolls, but a browser scrolls it all the same to what it finds, or to what a screen reader reads:
 * that becomes a move of the look, so that everything else goes along. Returns its end.
 */
export function attachBrowserScroll(root: HTMLElement, board: BoardState): () => void {
  const scrolled = () => {
    const { scrollLeft, scrollTop } = root
    if (scrollLeft === 0 && scrollTop === 0) return
    root.scrollTo(0, 0)
    board.viewport.panBy(scrollLeft, scrollTop)
  }
  root.addEventListener('scroll', scrolled)
  return () => root.removeEventListener('scroll', scrolled)
}
