import { ValueStore } from '#components/ui/store.ts'
import type { RootName } from '#lib/board/schema.ts'
import type { ReplayEvent } from '#lib/replay/events.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import { type CellState, RecordedBoard } from '#lib/replay/recorded-board.ts'
import { unpackCells } from '#lib/replay/row-reader.ts'
import type { PlayerThread } from './player-thread.ts'
import type { Ask, CellsTold, Glance, PictureColours, PlayerMessage, ReplayColumns } from './protocol.ts'

export type RecordingState =
  | { is: 'loading' }
  | { is: 'failed'; message: string }
  | { is: 'ready'; columns: ReplayColumns }

export interface Moment {
  row: number
  event: ReplayEvent | null
}
/** A quick picture of a moment that the board does not show yet. */
export interface Glimpse {
  row: number
  bitmap: ImageBitmap
  glance: Glance
}

/** Width and height of small pictures, device px. */
export const pictureSize = { width: 208, height: 124 }
/** ms that a dragged timeline must rest until the board follows the pictures. */
const rest = 80

/** The page's end of a recording: the board at the shown row, and requests to the worker. */
export class Recording {
  readonly state = new ValueStore<RecordingState>({ is: 'loading' })
  readonly board = new RecordedBoard()
  readonly marks = new ValueStore<readonly ReplayMark[]>([])
  /** The moment on the screen: the board's, or a glimpse's. */
  readonly moment = new ValueStore<Moment>({ row: -1, event: null })
  /** The moment that the board shows. */
  readonly shown = new ValueStore<Moment>({ row: -1, event: null })
  /** The picture shown before the board has followed. */
  readonly glimpse = new ValueStore<Glimpse | null>(null)
  /** Returns the visible part of the wall for glimpses; null: there are none now. */
  glance: () => Glance | null = () => null
  readonly #thread: PlayerThread
  readonly #unlisten: () => void
  readonly #waiting = new Map<number, (message: PlayerMessage) => void>()
  readonly #pictures = new Map<number, Promise<ImageBitmap>>()
  #next = 1
  /** Whether the worker is busy with a row, and the row wanted by now. */
  #asking = false
  #wanted: number | null = null
  /** Whether the timeline is being dragged. */
  #held = false
  #timer: ReturnType<typeof setTimeout> | null = null
  /** States that came during a drag: the board applies them with the next. */
  #missed: CellState[] = []

  constructor(thread: PlayerThread) {
    this.#thread = thread
    this.#unlisten = thread.listen(message => this.#receive(message))
  }

  /**
   * Shows a row; of several requests in a hurry, only the last. `held`: the timeline is being dragged, so pictures come
   * first.
   */
  show(row: number, held = false): void {
    this.#held = held
    this.#wanted = row
    this.#go()
  }

  /** Returns the events of an entity, newest first. */
  async historyOf(root: RootName, entity: string): Promise<readonly ReplayEvent[]> {
    const message = await this.#question(id => ({ type: 'history', id, root, entity }))
    return message.type === 'history' ? message.events : []
  }

  /** Returns a second board that goes through the recording by itself: to a row, with the event there. */
  film(): { board: RecordedBoard; goTo(row: number): Promise<Moment> } {
    const board = new RecordedBoard()
    let begins = true
    const goTo = async (row: number): Promise<Moment> => {
      const message = await this.#question(id => ({ type: 'film', id, row, begins }))
      begins = false
      if (message.type !== 'filmed') throw new Error('no film')
      board.show(this.#states(message))
      return { row: message.row, event: message.event }
    }
    return { board, goTo }
  }

  /** Returns a small picture of the wall after a row. Cached. */
  picture(row: number, colours: PictureColours): Promise<ImageBitmap> {
    const known = this.#pictures.get(row)
    if (known) return known
    const made = this.#question(id => ({ type: 'picture', id, row, colours, ...pictureSize })).then(message => {
      if (message.type !== 'picture') throw new Error('no picture')
      return message.bitmap
    })
    this.#pictures.set(row, made)
    return made
  }

  /** Stops listening; the thread belongs to its creator. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#unlisten()
  }

  #go(): void {
    if (this.#asking || this.#wanted === null) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const row = this.#wanted
    const glimpsed = this.glimpse.get()?.row === row
    this.#wanted = null
    if (!glimpsed) performance.mark('replay.asked')
    // When the picture already shows the moment, only the board is waited for.
    if (!glimpsed) this.#ask(row, this.glance())
    else if (this.#held) this.#settle(row)
    else this.#ask(row, null)
  }
  #ask(row: number, glance: Glance | null): void {
    this.#asking = true
    this.#thread.ask({ type: 'show', row, glance })
  }

  #receive(message: PlayerMessage): void {
    switch (message.type) {
      case 'opened':
        this.state.set({ is: 'ready', columns: { ...message.columns, cells: unpackCells(message.cells) } })
        return
      case 'marks':
        this.marks.set(message.marks)
        return
      case 'shown':
        this.#asking = false
        this.#missed.push(...this.#states(message))
        if (!this.#held || this.#wanted === null) this.#showMissed(message)
        this.#go()
        return
      case 'glanced':
        this.#asking = false
        this.#showLanes(this.#states(message))
        this.glimpse.set({ row: message.row, bitmap: message.bitmap, glance: message.glance })
        this.moment.set({ row: message.row, event: message.event })
        this.#settle(message.row)
        this.#go()
        return
      case 'failed':
        this.state.set({ is: 'failed', message: message.message })
        return
      case 'history':
      case 'picture':
      case 'filmed':
        this.#waiting.get(message.id)?.(message)
        this.#waiting.delete(message.id)
    }
  }

  #showLanes(lanes: readonly CellState[]): void {
    this.board.show(lanes)
    // Earlier missed states are older, so these must be applied after them.
    if (this.#missed.length > 0) this.#missed.push(...lanes)
  }
  #showMissed({ row, event }: Moment): void {
    this.board.show(this.#missed)
    this.#missed = []
    this.shown.set({ row, event })
    this.moment.set({ row, event })
  }

  /** Lets the board follow to the row of a glimpse: when the drag rests, or as soon as the picture has been painted. */
  #settle(row: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        if (!this.#asking) this.#ask(row, null)
      },
      this.#held ? rest : 1000 / 60,
    )
  }

  #states({ cells, rows, values }: CellsTold): CellState[] {
    const state = this.state.get()
    if (state.is !== 'ready') return []
    const { columns } = state
    const held = JSON.parse(values) as unknown[]
    const states: CellState[] = []
    for (let at = 0; at < cells.length; at += 1) {
      const cell = columns.cells[cells[at] ?? -1]
      if (!cell) continue
      const row = rows[at] ?? -1
      const actor = row < 0 ? null : (columns.actors[columns.actor[row] ?? 0] ?? null)
      states.push({ root: cell.root, id: cell.id, key: cell.key, row, value: held[at], actor })
    }
    return states
  }

  #question(make: (id: number) => Ask): Promise<PlayerMessage> {
    const id = this.#next++
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      this.#thread.ask(make(id))
    })
  }
}
