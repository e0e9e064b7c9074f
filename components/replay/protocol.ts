import type { RootName } from '#lib/board/schema.ts'
import type { EventKind, ReplayEvent } from '#lib/replay/events.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import type { Cell } from '#lib/replay/row-code.ts'
import type { PackedCells } from '#lib/replay/row-reader.ts'
import type { PictureView } from './sketch-paint.ts'

/** Messages between the page and the worker with the recording. The page has only the values of one moment. */
export type Ask =
  | { type: 'open'; file: ArrayBuffer }
  /** Goes to a row. With `glance`, a picture is enough where much has changed; the board's state is requested later. */
  | { type: 'show'; row: number; glance: Glance | null }
  /** Returns what a film needs to go to a row; `begins`: it has nothing yet. */
  | { type: 'film'; id: number; row: number; begins: boolean }
  | { type: 'history'; id: number; root: RootName; entity: string }
  | { type: 'picture'; id: number; row: number; width: number; height: number; colours: PictureColours }

/** The columns that the page needs itself: to find rows by time, and who did what kind of thing. */
export interface ReplayColumns {
  count: number
  cells: readonly Cell[]
  actors: readonly (string | null)[]
  seq: Uint32Array<ArrayBuffer>
  at: Float64Array<ArrayBuffer>
  cell: Uint32Array<ArrayBuffer>
  actor: Uint16Array<ArrayBuffer>
}

export interface PictureColours {
  paper: string
  customer: string
  pencil: string
  ink: string
}

/** The visible part of the wall, for a quick picture of a moment. */
export interface Glance extends PictureView {
  ink: string
}

/** Cells whose row differs from what the page got last, those rows (−1: none), and their values. */
export interface CellsTold {
  cells: Uint32Array<ArrayBuffer>
  rows: Int32Array<ArrayBuffer>
  /** JSON of the values side by side; cells without a value come last. */
  values: string
}

export type PlayerMessage =
  | { type: 'opened'; columns: Omit<ReplayColumns, 'cells'>; cells: PackedCells }
  | { type: 'marks'; marks: ReplayMark[] }
  | ({ type: 'shown'; row: number; event: ReplayEvent | null } & CellsTold)
  /** A picture of the moment, and the lanes' cells alone. */
  | ({ type: 'glanced'; row: number; event: ReplayEvent | null; bitmap: ImageBitmap; glance: Glance } & CellsTold)
  | ({ type: 'filmed'; id: number; row: number; event: ReplayEvent | null } & CellsTold)
  | { type: 'history'; id: number; events: ReplayEvent[] }
  | { type: 'picture'; id: number; bitmap: ImageBitmap }
  | { type: 'failed'; message: string }

export type { EventKind, ReplayEvent }
