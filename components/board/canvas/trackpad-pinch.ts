import type { BoardState } from '../state/board-state.ts'

/** Safari's own event: two fingers on a trackpad or on the screen. */
type SafariGesture = UIEvent & { readonly scale: number; readonly clientX: number; readonly clientY: number }

/**
 * Zooms by a pinch on the trackpad in Safari, which sends events of its own where other browsers send a wheel with
 * Ctrl. Fingers on a screen come as pointers. Returns the function that stops it.
 */
export function attachTrackpadPinch(root: HTMLElement, board: BoardState): () => void {
  const { viewport } = board
  let fingers = 0
  let begun = 1
  const touched = (event: TouchEvent) => {
    fingers = event.touches.length
  }
  const pinched = (event: Event) => {
    // Otherwise the whole page zooms.
    event.preventDefault()
    if (fingers > 0) return
    const { type, scale, clientX, clientY } = event as SafariGesture
    if (type === 'gesturestart') begun = viewport.get().zoom
    const { left, top } = root.getBoundingClientRect()
    viewport.zoomAt({ x: clientX - left, y: clientY - top }, begun * scale)
  }
  const touches = ['touchstart', 'touchend', 'touchcancel'] as const
  const pinches = ['gesturestart', 'gesturechange', 'gestureend']
  for (const type of touches) root.addEventListener(type, touched, { passive: true })
  for (const type of pinches) root.addEventListener(type, pinched, { passive: false })
  return () => {
    for (const type of touches) root.removeEventListener(type, touched)
    for (const type of pinches) root.removeEventListener(type, pinched)
  }
}
