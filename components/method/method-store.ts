import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { ValueStore } from '#components/ui/store.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { analyseInParts, analysisOf, type BothViews } from '#lib/method/analysis.ts'
import type { Parts } from '#lib/method/parts.ts'
import { inIdleTime, slice } from './idle-parts.ts'

/** A board's analysis whose figures have been made: asking for them costs nothing. */
export interface WithFigures extends BothViews {
  /** Key of the path that there are figures along, beside those along all of them. */
  readonly way: string | null
}

/** A board that nothing has been read from yet. */
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
/** Notes up to which a board is analysed before its first picture; with more it comes right after. */
const few = 300

/** ms that the analysis may lie behind the board while changes keep coming, unless somebody says otherwise. */
const usual = 1_000
/** ms without a change after which nobody writes or draws any more. */
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
 * The analysis of the board, a moment after each change: never in the frame of the change itself, not begun while a hand
 * is on the wall, and in parts, so that none takes the time of a frame. Whoever shows it only reads. Its version is −1
 * before anything has been computed.
 */
export class MethodStore extends ValueStore<BothViews> {
  readonly #board: BoardState
  #changed = Number.NEGATIVE_INFINITY
  /** Key of the path that somebody wants figures along; they follow. */
  readonly way = new ValueStore<string | null>(null)
  /** The last analysis with figures; they are made while somebody wants them. */
  readonly figures = new ValueStore<WithFigures | null>(null)
  readonly #wanted = new ValueStore(0)

  constructor(board: BoardState) {
    const { model } = board
    super(model.notes.size <= few ? bothOf(model, model.version) : bothOf(blank, -1))
    this.#board = board
  }
  /** Figures are made from now on, until what is returned is called. */
  wantFigures(): () => void {
    this.#wanted.set(this.#wanted.get() + 1)
    return () => this.#wanted.set(this.#wanted.get() - 1)
  }
  /** Follows the board from now on. Returns the end of it. */
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
        // While something goes on it waits, but never for long.
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

  /** Whether somebody moves the look, drags, draws or writes. */
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
