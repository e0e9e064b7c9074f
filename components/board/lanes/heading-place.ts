import type { Box } from '#lib/geometry/box.ts'
import type { Camera, Insets, Size } from '#lib/geometry/camera.ts'

/** The positions of a name, from the usual one on; each gives way further. */
export const ways = ['across', 'above', 'faint', 'away'] as const

export interface HeadingPlace {
  /** px on screen by which the name is below its lane's upper edge, when that edge is out of view. */
  stay: number
  /**
   * Across the lane's upper edge; above it; faint, with notes under it visible and selectable through it; or away,
   * while notes are where it would stay.
   */
  lies: (typeof ways)[number]
}

/**
 * px between a name and what covers the wall's left edge, and between the wall's upper edge and a name that stays
 * there.
 */
const beside = 12
const below = 6
/** Share of the tape's height above the lane's upper edge; the same as in lanes.css. */
const share = { across: 0.36, above: 1.05 }

/**
 * Returns where a lane's name hides no note: across the lane's upper edge, as tape would lie; where notes are under it,
 * above that edge; where there are notes too, faint. When the edge is out of view the name stays at the wall's own
 * edge, as long as only paper is there. `tape` is the name's size in px on screen.
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
  // Removed before the next lane's name reaches it.
  const top = Math.max(usual, Math.min(below, edge + lane.height * zoom - 2 * tape.h))
  const stay = Math.round(top - usual)
  if (!covers(top)) return { stay, lies: 'across' }
  if (stay > 0) return { stay, lies: 'away' }
  return { stay, lies: covers(edge - share.above * tape.h) ? 'faint' : 'above' }
}
