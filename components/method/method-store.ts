import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { Store } from '#components/board/state/store.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { type Analysis, analysisOf } from '#lib/method/analysis.ts'

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

/**
 * The analysis of the board, a moment after each change: never in the frame of the change itself, and in parts (the
 * as-is, the to-be, what shows them), so that none takes the time of a frame.
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
    const parts = [
      () => void analysisOf(model, 'as-is'),
      () => void analysisOf(model, 'to-be'),
      () => this.set(read(this.#board)),
    ]
    let cancel: (() => void) | null = null
    const run = (part: number, version: number, since: number) => {
      cancel = whenIdle(() => {
        // Changed in between: what was computed would be computed again, so it waits, but never for long.
        if (model.version !== version && performance.now() - since < latest) return run(0, model.version, since)
        parts[part]?.()
        if (part + 1 < parts.length) return run(part + 1, version, since)
        cancel = null
        if (this.get().version !== model.version) soon()
      }, 250)
    }
    const soon = () => {
      if (cancel === null) run(0, model.version, performance.now())
    }
    if (this.get().version !== model.version) soon()
    const stop = model.subscribe(soon)
    return () => {
      stop()
      cancel?.()
    }
  }
}
