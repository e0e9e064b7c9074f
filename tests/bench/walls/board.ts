import type { BrowserContext, Page } from '@playwright/test'
import type { Point } from '#lib/geometry/box.ts'

/** What every board is asked to show. */
export interface WallContent {
  notes: readonly { id: string; x: number; y: number; w: number; h: number; text: string }[]
  links: readonly { from: string; to: string }[]
  /** Links beyond those of a large board. */
  more?: readonly { from: string; to: string }[]
}

/** A board in the browser that is measured. */
export interface MeasuredBoard {
  name: string
  page: Page
  /** ms from the navigation to the first picture with notes in it. */
  painted: number
  /** Everything in sight. */
  far(): Promise<void>
  /** So near that texts can be read, at the middle of the board. */
  near(): Promise<void>
  /** The middle of a note that can be seen, px of the page. */
  note(): Promise<Point>
  /** One change by somebody else: a note is moved. */
  remote(turn: number): Promise<void>
  /** Opens a note for typing. */
  write(): Promise<void>
  close(): Promise<void>
}

export type OpenBoard = (context: () => Promise<BrowserContext>, content: WallContent) => Promise<MeasuredBoard>

export const middleOf = { x: 720, y: 450 }
