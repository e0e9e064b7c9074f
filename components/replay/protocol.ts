import type { RootName } from '#lib/board/schema.ts'
import type { Deed, DeedKind } from '#lib/replay/deeds.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import type { Cell } from '#lib/replay/row-code.ts'
import type { PackedCells } from './packed-cells.ts'

/** Between the page and the worker that holds the recording. The page never has the values of more than one moment. */
export type Ask =
  | { type: 'open'; address: string }
  | { type: 'show'; row: number }
  | { type: 'history'; id: number; root: RootName; entity: string }
  | { type: 'picture'; id: number; row: number; width: number; height: number; colours: PictureColours }

/** The columns that the page needs itself: to find rows by time, and who did what kind of thing. */
export interface Columns {
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
}

export type Told =
  | { type: 'opened'; columns: Omit<Columns, 'cells'>; cells: PackedCells; marks: ReplayMark[] }
  /** The cells that hold another row than before, those rows (−1: none), and their values, side by side. */
  | {
      type: 'shown'
      row: number
      cells: Uint32Array<ArrayBuffer>
      rows: Int32Array<ArrayBuffer>
      values: unknown[]
      deed: Deed | null
    }
  | { type: 'history'; id: number; deeds: Deed[] }
  | { type: 'picture'; id: number; bitmap: ImageBitmap }
  | { type: 'failed'; message: string }

export type { Deed, DeedKind }
