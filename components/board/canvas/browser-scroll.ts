import type { BoardState } from '../state/board-state.ts'

/**
 * The wall must not scroll, but browsers scroll it to search results and to what a screen reader reads: such a scroll
 * is turned into a camera move, so that all layers follow. Returns the function that stops it.
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
