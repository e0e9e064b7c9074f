import type { BoardState } from '#components/board/state/board-state.ts'

/** ms from one view to the other: long enough to see what falls away. */
const duration = 420

let frame: number | null = null

/** Glides to the as-is (0) or the to-be (1); goes there at once for people who prefer reduced motion. */
export function seeAs(board: BoardState, to: 0 | 1): void {
  if (frame !== null) cancelAnimationFrame(frame)
  frame = null
  const from = board.seen.get()
  board.announce(to === 1 ? 'The board as it will be.' : 'The board as it is.')
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    board.seen.set(to)
    return
  }
  const start = performance.now()
  const step = (now: number) => {
    const done = Math.min(1, Math.max(0, (now - start) / duration))
    board.seen.set(done === 1 ? to : from + (to - from) * (1 - (1 - done) ** 2))
    frame = done < 1 ? requestAnimationFrame(step) : null
  }
  frame = requestAnimationFrame(step)
}

export const toggleView = (board: BoardState): void => seeAs(board, board.seen.view === 'as-is' ? 1 : 0)
