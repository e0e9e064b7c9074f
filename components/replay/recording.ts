import { Store } from '#components/board/state/store.ts'
import type { RootName } from '#lib/board/schema.ts'
import type { Deed } from '#lib/replay/deeds.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import { type CellState, RecordedBoard } from '#lib/replay/recorded-board.ts'
import { unpackCells } from './packed-cells.ts'
import type { Ask, Columns, PictureColours, Told } from './protocol.ts'

export type RecordingState =
  | { is: 'loading' }
  | { is: 'failed'; message: string }
  | { is: 'ready'; columns: Columns; marks: readonly ReplayMark[] }

/** Width and height of small pictures, device px. */
export const pictureSize = { width: 208, height: 124 }

/** The page's end of a recording: the board as it is at the row shown, and questions to the worker. */
export class Recording {
  readonly state = new Store<RecordingState>({ is: 'loading' })
  readonly board = new RecordedBoard()
  /** The row that the board shows. */
  readonly shown = new Store<{ row: number; deed: Deed | null }>({ row: -1, deed: null })
  readonly #worker: Worker
  readonly #waiting = new Map<number, (told: Told) => void>()
  readonly #pictures = new Map<number, Promise<ImageBitmap>>()
  #next = 1
  /** The row asked for, while the worker is at it, and the one wanted by now. */
  #asked: number | null = null
  #wanted: number | null = null

  constructor(address: string) {
    performance.mark('replay.opening')
    this.#worker = new Worker(new URL('./player-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = (event: MessageEvent<Told>) => this.#told(event.data)
    this.#worker.onerror = () => this.#failed('The player could not be started in this browser.')
    this.#ask({ type: 'open', address })
  }

  /** Shows a row; of many asked for in a hurry, the last. */
  show(row: number): void {
    this.#wanted = row
    this.#go()
  }

  /** What was done to an entity, newest first. */
  async historyOf(root: RootName, entity: string): Promise<readonly Deed[]> {
    const told = await this.#question(id => ({ type: 'history', id, root, entity }))
    return told.type === 'history' ? told.deeds : []
  }

  /** A small picture of the wall after a row. Kept. */
  picture(row: number, colours: PictureColours): Promise<ImageBitmap> {
    const known = this.#pictures.get(row)
    if (known) return known
    const made = this.#question(id => ({ type: 'picture', id, row, colours, ...pictureSize })).then(told => {
      if (told.type !== 'picture') throw new Error('no picture')
      return told.bitmap
    })
    this.#pictures.set(row, made)
    return made
  }

  close(): void {
    this.#worker.terminate()
  }

  #go(): void {
    if (this.#asked !== null || this.#wanted === null) return
    this.#asked = this.#wanted
    performance.mark('replay.asked')
    this.#wanted = null
    this.#ask({ type: 'show', row: this.#asked })
  }

  #told(told: Told): void {
    switch (told.type) {
      case 'opened':
        this.state.set({ is: 'ready', columns: { ...told.columns, cells: unpackCells(told.cells) }, marks: told.marks })
        return
      case 'shown':
        this.#asked = null
        this.board.show(this.#states(told))
        // For the bench, and for whoever looks into a slow one.
        performance.measure('replay.seek', 'replay.asked')
        this.shown.set({ row: told.row, deed: told.deed })
        this.#go()
        return
      case 'failed':
        this.#failed(told.message)
        return
      case 'history':
      case 'picture':
        this.#waiting.get(told.id)?.(told)
        this.#waiting.delete(told.id)
    }
  }

  #states({ cells, rows, values }: Extract<Told, { type: 'shown' }>): CellState[] {
    const state = this.state.get()
    if (state.is !== 'ready') return []
    const { columns } = state
    const states: CellState[] = []
    for (let at = 0; at < cells.length; at += 1) {
      const cell = columns.cells[cells[at] ?? -1]
      if (!cell) continue
      const row = rows[at] ?? -1
      const actor = row < 0 ? null : (columns.actors[columns.actor[row] ?? 0] ?? null)
      states.push({ root: cell.root, id: cell.id, key: cell.key, row, value: values[at], actor })
    }
    return states
  }

  #failed(message: string): void {
    this.state.set({ is: 'failed', message })
  }

  #question(make: (id: number) => Ask): Promise<Told> {
    const id = this.#next++
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      this.#ask(make(id))
    })
  }

  #ask(ask: Ask): void {
    this.#worker.postMessage(ask)
  }
}
