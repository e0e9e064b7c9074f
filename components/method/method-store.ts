import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { ValueStore } from '#components/ui/store.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { analyseInParts, analysisOf, type BothViews } from '#lib/method/analysis.ts'
import type { Parts } from '#lib/method/parts.ts'
import { inIdleTime, slice } from './idle-parts.ts'

/** A board's analysis with computed figures: reading them costs nothing. */
export interface WithFigures extends BothViews {
  /** Key of the path that has figures of its own, beside those for all paths. */
  readonly way: string | null
}

/** A board that has not been analysed yet. */
const blank: BoardSnapshot = {
  notes: new Map(),
  links: new Map(),
  lanes: [],
  groups: new Map(),
  views: [],
  outcomes: [],
  comments: new Map(),
  stage: {},
  damaged: 0,
}
/** Number of notes up to which a board is analysed before its first picture; a larger one right after. */
const few = 300

/** ms that the analysis may lag while changes keep coming, unless another limit is set. */
const usual = 1_000
/** ms without a change after which nobody types or draws any more. */
const quiet = 150

const bothOf = (board: BoardSnapshot, version: number): BothViews => ({
  version,
  asIs: analysisOf(board, 'as-is'),
  toBe: analysisOf(board, 'to-be'),
})

function* figuresOf({ version, asIs, toBe }: BothViews, way: string | null): Parts<WithFigures> {
  yield* asIs.inParts(way)
  yield* toBe.inParts(way)
  return { version, asIs, toBe, way }
}

/**
 * The analysis of the board, a moment after each change: never in the frame of the change itself, not started during a
 * gesture, and in parts, so that none takes as long as a frame. Components only read it. Its version is −1 before the
 * first result.
 */
export class MethodStore extends ValueStore<BothViews> {
  readonly #board: BoardState
  #changed = Number.NEGATIVE_INFINITY
  /** Key of the path for which figures are wanted; they follow. */
  readonly way = new ValueStore<string | null>(null)
  /** The last analysis with figures; computed only while a component wants them. */
  readonly figures = new ValueStore<WithFigures | null>(null)
  readonly #wanted = new ValueStore(0)

  constructor(board: BoardState) {
    const { model } = board
    super(model.notes.size <= few ? bothOf(model, model.version) : bothOf(blank, -1))
    this.#board = board
  }
  /** Computes figures from now on, until the returned function is called. */
  wantFigures(): () => void {
    this.#wanted.set(this.#wanted.get() + 1)
    return () => this.#wanted.set(this.#wanted.get() - 1)
  }
  /** Follows the board from now on. Returns the function that stops it. */
  start(latest = usual): () => void {
    const { model } = this.#board
    let callOff: (() => void) | null = null
    const run = <T>(parts: Parts<T>, publish: (value: T) => void) => {
      callOff = inIdleTime(parts, value => {
        callOff = null
        publish(value)
        soon()
      })
    }
    const settle = (since: number) => {
      callOff = whenIdle(() => {
        // It waits during activity, but never long.
        if (this.#busy && performance.now() - since < latest) settle(since)
        else run(analyseInParts(model), both => this.set(both))
      }, slice.within)
    }
    const soon = () => {
      if (callOff !== null) return
      const now = this.get()
      const [made, way] = [this.figures.get(), this.way.get()]
      if (this.#wanted.get() > 0 && now.version >= 0 && (made?.asIs !== now.asIs || made.way !== way))
        run(figuresOf(now, way), figures => this.figures.set(figures))
      else if (now.version !== model.version) settle(performance.now())
    }
    soon()
    const stops = [
      model.subscribe(() => {
        this.#changed = performance.now()
        soon()
      }),
      this.way.subscribe(soon),
      this.#wanted.subscribe(soon),
    ]
    return () => {
      for (const stop of stops) stop()
      callOff?.()
    }
  }

  /** Whether somebody moves the camera, drags, draws or types. */
  get #busy(): boolean {
    const { viewport, previews, gesture } = this.#board
    const { marquee, link, lane, laneHeight } = gesture.get()
    return (
      viewport.moving ||
      previews.own.size > 0 ||
      Boolean(marquee ?? link ?? lane ?? laneHeight) ||
      performance.now() - this.#changed < quiet
    )
  }
}
