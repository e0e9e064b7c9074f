import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { Store } from '#components/board/state/store.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { type Analysis, analyseInParts, analysisOf } from '#lib/method/analysis.ts'

/** What the method says about the board at one version of it. */
export interface MethodNow {
  /** -1: nothing has been computed yet. */
  readonly version: number
  readonly asIs: Analysis
  readonly toBe: Analysis
}

const read = ({ model }: BoardState): MethodNow => ({
  version: model.version,
  asIs: analysisOf(model, 'as-is'),
  toBe: analysisOf(model, 'to-be'),
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
/** ms that a browser that is never idle may put a part off. */
const within = 250

/**
 * The analysis of the board, a moment after each change: never in the frame of the change itself, and in parts, so that
 * none takes the time of a frame.
 */
export class MethodStore extends Store<MethodNow> {
  readonly #board: BoardState
  constructor(board: BoardState) {
    super(
      board.model.notes.size <= few
        ? read(board)
        : { version: -1, asIs: analysisOf(blank, 'as-is'), toBe: analysisOf(blank, 'to-be') },
    )
    this.#board = board
  }
  /** Follows the board from now on. Returns the end of it. */
  start(latest = usual): () => void {
    const { model } = this.#board
    let cancel: (() => void) | null = null
    const settle = (version: number, since: number) => {
      cancel = whenIdle(() => {
        // While changes keep coming it waits, but never for long.
        const waits = model.version !== version && performance.now() - since < latest
        if (waits) settle(model.version, since)
        else run(analyseInParts(model))
      }, within)
    }
    const run = (parts: ReturnType<typeof analyseInParts>) => {
      const part = parts.next()
      cancel = whenIdle(() => {
        if (!part.done) return run(parts)
        cancel = null
        this.set(part.value)
        if (this.get().version !== model.version) soon()
      }, within)
    }
    const soon = () => {
      if (cancel === null) settle(model.version, performance.now())
    }
    if (this.get().version !== model.version) soon()
    const stop = model.subscribe(soon)
    return () => {
      stop()
      cancel?.()
    }
  }
}
