import type { Box } from '#lib/geometry/box.ts'
import type { Camera, Insets, Size } from '#lib/geometry/camera.ts'

/** From the usual one on, each gives way further. */
export const ways = ['across', 'above', 'faint', 'away'] as const

export interface HeadingPlace {
  /** px on screen that the name is further down than its lane's upper edge, which has left the wall. */
  stay: number
  /**
   * Across the lane's upper edge; above it; faint, with notes under it that are seen and taken through it; or away, while
   * there are notes where it would stay.
   */
  lies: (typeof ways)[number]
}

/** px between what covers the wall's left edge and a name, and between the wall's upper edge and one that stays there. */
const beside = 12
const below = 6
/** How much of the tape's height lies above the lane's upper edge; lanes.css says the same. */
const share = { across: 0.36, above: 1.05 }

/**
 * Where a lane's name is read without hiding a note: across the lane's upper edge, as tape would lie; where notes are
 * under it, above that edge; where there are notes too, faint. When the edge has left the wall the name stays at the
 * wall's own, as long as nothing but paper is there. `tape` is the name's size in px on screen.
 */
export function headingPlace(
  lane: { top: number; height: number },
  tape: Size,
  { camera, insets }: { camera: Camera; insets: Insets },
  holdsNote: (box: Box) => boolean,
): HeadingPlace {
  const { x, y, zoom } = camera
  const edge = (lane.top - y) * zoom
  const covers = (top: number) =>
    holdsNote({ x: x + (insets.left + beside) / zoom, y: y + top / zoom, w: tape.w / zoom, h: tape.h / zoom })
  const usual = edge - share.across * tape.h
  // Away before the next lane's name gets there.
  const top = Math.max(usual, Math.min(below, edge + lane.height * zoom - 2 * tape.h))
  const stay = Math.round(top - usual)
  if (!covers(top)) return { stay, lies: 'across' }
  if (stay > 0) return { stay, lies: 'away' }
  return { stay, lies: covers(edge - share.above * tape.h) ? 'faint' : 'above' }
}
