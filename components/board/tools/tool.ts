import type { Point } from '#lib/geometry/box.ts'
import type { Side } from '#lib/geometry/route.ts'
import type { BoardState } from '../state/board-state.ts'

export const corners = ['nw', 'ne', 'se', 'sw'] as const
export type Corner = (typeof corners)[number]

/** What lies under the pointer. */
export type Hit =
  | { type: 'paper' }
  | { type: 'note'; id: string }
  /** A handle at a note's corner, for resizing. */
  | { type: 'corner'; id: string; corner: Corner }
  /** A handle beside a note's edge, for drawing a link. */
  | { type: 'edge'; id: string; side: Side }
  | { type: 'link'; id: string }
  /** Where the selected link begins or ends. */
  | { type: 'link-end'; id: string; end: 'from' | 'to' }
  | { type: 'lane-heading'; id: string }
  /** The name over a group's notes. */
  | { type: 'group'; id: string }
  /** A lane's lower edge. */
  | { type: 'lane-edge'; id: string }

/** A pointer event for tools: without DOM, in board px and wall px. */
export interface PointerInfo {
  readonly at: Point
  readonly screen: Point
  readonly hit: Hit
  readonly shift: boolean
  readonly alt: boolean
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod: boolean
  readonly touch: boolean
}

/** A press that has begun. Exactly one of `release` and `cancel` ends it. */
export interface Gesture {
  move(event: PointerInfo): void
  release(event: PointerInfo): void
  /** Restores everything as it was before the press. */
  cancel(): void
}

export interface Tool {
  cursor(hit: Hit): string
  press(board: BoardState, event: PointerInfo): Gesture | null
  /** The pointer moves without being pressed. */
  hover?(board: BoardState, event: PointerInfo): void
  doublePress?(board: BoardState, event: PointerInfo): void
  /** The tool is deselected. */
  leave?(board: BoardState): void
}

/** px on screen within which a press counts as not having moved. */
export const slack = (event: PointerInfo): number => (event.touch ? 9 : 4)

export const movedFrom = (start: PointerInfo, event: PointerInfo): boolean =>
  Math.hypot(event.screen.x - start.screen.x, event.screen.y - start.screen.y) > slack(start)
