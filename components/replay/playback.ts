import { ValueStore } from '#components/ui/store.ts'
import { momentOf, PlayingTime, stepFrom } from '#lib/replay/playing-time.ts'
import type { ReplayColumns } from './protocol.ts'

export const speeds = [1, 2, 4, 8, 16, 32, 64] as const
export type Speed = (typeof speeds)[number]

export interface PlaybackState {
  playing: boolean
  speed: Speed
  /** Silences are shortened to a moment. */
  skip: boolean
  /** Whether the timeline is being dragged. */
  held: boolean
  /** The row to show; −1: before anything happened. */
  row: number
}

/** ms to which a silence is shortened. */
const longestSilence = 2_000

/** The clock of a player: its position on the axis, and how it moves. Independent of what is shown there. */
export class Playback extends ValueStore<PlaybackState> {
  readonly columns: ReplayColumns
  #time: PlayingTime
  /** Position on the axis, ms. */
  #position = 0
  #frame: number | null = null
  #last = 0

  constructor(columns: ReplayColumns, row: number) {
    super({ playing: false, speed: 8, skip: true, held: false, row: -1 })
    this.columns = columns
    this.#time = new PlayingTime(columns.at, longestSilence)
    this.goTo(row)
  }

  get time(): PlayingTime {
    return this.#time
  }
  get last(): number {
    return this.columns.count - 1
  }

  /** Goes to the moment of a row. */
  goTo(row: number): void {
    const moment = momentOf(this.columns.seq, row)
    this.#position = this.#time.positionOf(moment)
    this.#change({ row: moment })
  }
  /** Goes to a share of the axis, 0 to 1. */
  scrub(share: number): void {
    this.goTo(this.rowAtShare(share))
  }
  rowAtShare(share: number): number {
    if (share <= 0) return -1
    return momentOf(this.columns.seq, this.#time.rowAt(Math.min(1, share) * this.#time.length))
  }
  shareOf(row: number): number {
    if (row < 0) return 0
    return this.#time.length === 0 ? 1 : this.#time.positionOf(row) / this.#time.length
  }
  step(way: 1 | -1): void {
    this.pause()
    this.goTo(stepFrom(this.columns.seq, this.get().row, way))
  }
  /** Moves along the axis by ms. */
  jump(ms: number): void {
    this.goTo(this.#time.rowAt(Math.max(0, Math.min(this.#time.length, this.#position + ms))))
  }

  toggle(): void {
    if (this.get().playing) this.pause()
    else this.play()
  }
  play(): void {
    if (this.columns.count === 0) return
    if (this.get().row >= this.last) this.goTo(-1)
    this.#change({ playing: true })
    this.#last = performance.now()
    this.#frame ??= requestAnimationFrame(this.#tick)
  }
  pause(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
    this.#change({ playing: false })
  }
  hold(held: boolean): void {
    this.#change({ held })
  }
  setSpeed(speed: Speed): void {
    this.#change({ speed })
  }
  setSkip(skip: boolean): void {
    this.#time = new PlayingTime(this.columns.at, skip ? longestSilence : Number.POSITIVE_INFINITY)
    this.#position = this.#time.positionOf(this.get().row)
    this.#change({ skip })
  }

  #tick = (now: number): void => {
    this.#frame = null
    this.#position += Math.min(250, now - this.#last) * this.get().speed
    this.#last = now
    const row = momentOf(this.columns.seq, this.#time.rowAt(this.#position))
    if (row !== this.get().row) this.#change({ row })
    if (row >= this.last) this.pause()
    else if (this.get().playing) this.#frame = requestAnimationFrame(this.#tick)
  }

  #change(change: Partial<PlaybackState>): void {
    const next = { ...this.get(), ...change }
    if (JSON.stringify(next) !== JSON.stringify(this.get())) this.set(next)
  }
}
