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

/** Calls back when the browser has nothing better to do, at the latest after `within` ms. */
function whenIdle(work: () => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: within })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 60)
  return () => clearTimeout(timer)
}

/** The analysis of the board, a moment after each change: never in the frame of the change itself. */
export class MethodStore extends Store<MethodNow> {
  readonly #board: BoardState
  constructor(board: BoardState) {
    super(read(board))
    this.#board = board
  }
  /** Follows the board from now on. Returns the end of it. */
  start(): () => void {
    let cancel: (() => void) | null = null
    const soon = () => {
      cancel ??= whenIdle(() => {
        cancel = null
        this.set(read(this.#board))
      }, 250)
    }
    if (this.get().version !== this.#board.model.version) soon()
    const stop = this.#board.model.subscribe(soon)
    return () => {
      stop()
      cancel?.()
    }
  }
}
