import { nothingHeld, RowCursor } from './cursor.ts'
import { cellsAt, RecordedBoard } from './recorded-board.ts'
import type { RowColumns } from './row-reader.ts'

/** A recording together with the board it shows; the page has the cursor in a worker and the board beside the wall. */
export class BoardPlayer extends RecordedBoard {
  readonly cursor: RowCursor
  readonly #held: Int32Array

  constructor(rows: RowColumns) {
    super()
    this.cursor = new RowCursor(rows)
    this.#held = nothingHeld(rows)
  }

  /** Shows the state after a row; returns the row shown (clamped). */
  seek(target: number): number {
    this.cursor.seek(target)
    this.show(cellsAt(this.cursor, this.cursor.update(this.#held)))
    return this.cursor.row
  }
}
