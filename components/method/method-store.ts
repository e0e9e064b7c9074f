import type { BoardState } from '#components/board/state/board-state.ts'
import { Store } from '#components/board/state/store.ts'
import { type Analysis, analysisOf } from '#lib/method/analysis.ts'

/** What the method says about the board at one version of it. */
export interface MethodNow {
  readonly version: number
  readonly asIs: Analysis
  readonly toBe: Analysis
}

const read = ({ model }: BoardState): MethodNow => ({
  version: model.version,
  asIs: analysisOf(model, 'as-is'),
  toBe: analysisOf(model, 'to-be'),
})

/** ms that the analysis may lie behind the board while changes keep coming. */
const latest = 1_000

/** Calls back when the browser has nothing better to do, at the latest after `within` ms. */
function whenIdle(work: () => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: within })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 60)
  return () => clearTimeout(timer)
}

/**
 * The analysis of the board, a moment after each change: never in the frame of the change itself, and in two parts, the
 * as-is and then the to-be with what shows both, so that neither takes the time of a frame.
 */
export class MethodStore extends Store<MethodNow> {
  readonly #board: BoardState
  constructor(board: BoardState) {
    super(read(board))
    this.#board = board
  }
  /** Follows the board from now on. Returns the end of it. */
  start(): () => void {
    const { model } = this.#board
    let cancel: (() => void) | null = null
    const begin = (since: number) => {
      cancel = whenIdle(() => {
        const { version } = model
        analysisOf(model, 'as-is')
        cancel = whenIdle(() => {
          // Changed in between: what was computed would be computed again, so it waits, but never for long.
          if (model.version !== version && performance.now() - since < latest) return begin(since)
          cancel = null
          this.set(read(this.#board))
        }, 250)
      }, 250)
    }
    const soon = () => {
      if (cancel === null) begin(performance.now())
    }
    if (this.get().version !== model.version) soon()
    const stop = model.subscribe(soon)
    return () => {
      stop()
      cancel?.()
    }
  }
}
