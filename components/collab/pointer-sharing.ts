import type { BoardState } from '#components/board/state/board-state.ts'
import type { Presence } from './presence.ts'

/** Tells others where this person's pointer is on the wall; a finger counts only while it touches. */
export function sharePointer(wall: HTMLElement, board: BoardState, presence: Presence): () => void {
  /** px from the wall's corner. */
  let last: { x: number; y: number } | null = null
  const show = () => {
    if (!last) return
    const { x, y } = board.viewport.toBoard(last)
    presence.show({ cursor: [Math.round(x), Math.round(y)] })
  }
  const moved = (event: PointerEvent) => {
    const { left, top } = wall.getBoundingClientRect()
    last = { x: event.clientX - left, y: event.clientY - top }
    show()
  }
  const gone = () => {
    last = null
    presence.show({ cursor: null })
  }
  const lifted = (event: PointerEvent) => {
    if (event.pointerType === 'touch') gone()
  }
  wall.addEventListener('pointermove', moved, { passive: true })
  wall.addEventListener('pointerleave', gone)
  wall.addEventListener('pointerup', lifted)
  // A wall that moves under a resting pointer moves the pointer.
  const stop = board.viewport.subscribe(show)
  return () => {
    stop()
    wall.removeEventListener('pointermove', moved)
    wall.removeEventListener('pointerleave', gone)
    wall.removeEventListener('pointerup', lifted)
  }
}
