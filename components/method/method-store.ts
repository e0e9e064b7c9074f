import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { Store } from '#components/board/state/store.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { type Analysis, analyseInParts, analysisOf } from '#lib/method/analysis.ts'
import type { Parts } from '#lib/method/parts.ts'

/** What the method says about the board at one version of it. */
export interface MethodNow {
  /** -1: nothing has been computed yet. */
  readonly version: number
  readonly asIs: Analysis
  readonly toBe: Analysis
  /** Key of the path that there are figures along, beside those along all of them. */
  readonly way: string | null
}

const read = ({ model }: BoardState): MethodNow => ({
  version: model.version,
  asIs: analysisOf(model, 'as-is'),
  toBe: analysisOf(model, 'to-be'),
  way: null,
})

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
/** ms at once: less than a frame leaves over; and ms that a browser that is never idle may put the next ones off. */
const slice = { takes: 4, within: 100 }

/** The figures along one path, of an analysis that is there. */
function* along(now: MethodNow, way: string | null): Parts<MethodNow> {
  yield* now.asIs.inParts(way)
  yield* now.toBe.inParts(way)
  return way === now.way ? now : { ...now, way }
}

/**
 * The analysis of the board with its figures, a moment after each change: never in the frame of the change itself, not
 * begun while a hand is on the wall, and in parts, so that none takes the time of a frame. Whoever shows it only reads.
 */
export class MethodStore extends Store<MethodNow> {
  readonly #board: BoardState
  #changed = Number.NEGATIVE_INFINITY
  /** Key of the path that somebody wants figures along; they follow. */
  readonly way = new Store<string | null>(null)
  constructor(board: BoardState) {
    super(
      board.model.notes.size <= few
        ? read(board)
        : { version: -1, asIs: analysisOf(blank, 'as-is'), toBe: analysisOf(blank, 'to-be'), way: null },
    )
    this.#board = board
  }
  /** Follows the board from now on. Returns the end of it. */
  start(latest = usual): () => void {
    const { model } = this.#board
    let cancel: (() => void) | null = null
    const settle = (since: number) => {
      cancel = whenIdle(() => {
        // While something goes on it waits, but never for long.
        if (this.#busy && performance.now() - since < latest) settle(since)
        else run(analyseInParts(model, this.way.get()))
      }, slice.within)
    }
    const run = (parts: Parts<MethodNow>) => {
      cancel = whenIdle(left => {
        const until = performance.now() + Math.min(left, slice.takes)
        let part = parts.next()
        while (!part.done && performance.now() < until) part = parts.next()
        if (part.done) publish(part.value)
        else run(parts)
      }, slice.within)
    }
    // What the panels do about it is work of its own.
    const publish = (now: MethodNow) => {
      cancel = whenIdle(() => {
        cancel = null
        this.set(now)
        soon()
      }, slice.within)
    }
    const soon = () => {
      if (cancel !== null) return
      if (this.get().version !== model.version) settle(performance.now())
      else if (this.get().way !== this.way.get()) run(along(this.get(), this.way.get()))
    }
    if (this.get().version === model.version) run(along(this.get(), this.way.get()))
    soon()
    const stops = [
      model.subscribe(() => {
        this.#changed = performance.now()
        soon()
      }),
      this.way.subscribe(soon),
    ]
    return () => {
      for (const stop of stops) stop()
      cancel?.()
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
