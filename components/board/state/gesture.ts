import type { Box, Point } from '#lib/geometry/box.ts'
import type { Route } from '#lib/geometry/route.ts'
import type { Guide } from '#lib/geometry/snapping.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'
import type { PaperId } from '#lib/notes/papers.ts'

/** What is drawn over the wall during a gesture. Plain data, so that tools know nothing about its look. */
export interface GestureView {
  readonly marquee?: Box
  readonly guides?: readonly Guide[]
  /** The link being drawn, and the note it would reach. */
  readonly link?: { readonly route: Route; readonly over: string | null }
  /** Copies being dragged, or the note that a press would add here. */
  readonly ghosts?: readonly { readonly box: Box; readonly paper: PaperId; readonly kind?: NoteKindId }[]
  /** A lane being dragged to another position, and the height (board px) where it would go. */
  readonly lane?: { readonly id: string; readonly shift: number; readonly to: number }
  /** A lane being resized: its height now. */
  readonly laneHeight?: { readonly id: string; readonly height: number }
  /** Position of the pointer, for tools that show one. */
  readonly at?: Point
}

export const noGesture: GestureView = {}
