import type { BoardState } from '#components/board/state/board-state.ts'
import type { Collab } from '#components/collab/collab.ts'
import { CommandError } from '#components/collab/commands.ts'
import { ValueStore } from '#components/ui/store.ts'
import type { Vote } from '#lib/facilitation/stage.ts'
import { type Ballot, ballotMistake, dotsPlaced, dotsThere } from '#lib/facilitation/voting.ts'
import { stageOn } from '../state/use-stage.ts'

/** One's own ballot in the open vote, as far as this tab knows. */
export interface Mine {
  /** Id of its vote; null while none is open, or one's own ballot is not loaded yet. */
  vote: string | null
  dots: Ballot
  /** Everything placed is on the server. */
  saved: boolean
}
/** ms until a ballot without a reply is sent again. */
const again = 2_000
const nothing: Mine = { vote: null, dots: {}, saved: true }

/**
 * Places one's dots: at once on the screen, then on the server, which gets the whole ballot each time, one request at a
 * time, so that nothing is counted twice. After a lost connection the last ballot is sent again.
 */
export class OwnBallot extends ValueStore<Mine> {
  readonly #board: BoardState
  readonly #collab: Collab
  readonly #stops: (() => void)[]
  #sending = false
  #asking = false
  /** Something changed after the request was sent. */
  #askAgain = false

  constructor(board: BoardState, collab: Collab) {
    super(nothing)
    this.#board = board
    this.#collab = collab
    this.#stops = [
      board.model.subscribe(({ changes }) => {
        if (changes.has('stage')) this.#follow()
        if (changes.has('notes')) this.#look()
      }),
      collab.status.subscribe(() => this.#follow()),
      collab.onNotice(notice => {
        if (notice.kind === 'ballot') this.#changedElsewhere(notice.vote)
      }),
    ]
    this.#follow()
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
  }

  get #open(): Vote | null {
    const { vote } = stageOn(this.#board)
    return vote?.status === 'open' ? vote : null
  }

  /** Returns why one more dot cannot go on this note; null when it can. */
  refusal(noteId: string): string | null {
    const may = this.#board.may('vote.cast')
    if (!may.ok) return may.reason
    const vote = this.#open
    if (!vote) return 'No vote is open now.'
    const { dots } = this.get()
    const note = this.#board.model.notes.get(noteId)
    const own = note !== undefined && this.#board.isOwn(note.made)
    return ballotMistake(vote, { ...dots, [noteId]: (dots[noteId] ?? 0) + 1 }, id => id === noteId && own)
  }

  place(noteId: string): void {
    const refusal = this.refusal(noteId)
    if (refusal) this.#board.tell(refusal)
    else this.#put(noteId, 1)
  }

  /** Removes a dot. */
  take(noteId: string): void {
    if ((this.get().dots[noteId] ?? 0) > 0) this.#put(noteId, -1)
  }

  #put(noteId: string, by: 1 | -1): void {
    const vote = this.#open
    const now = this.get()
    if (!vote || now.vote !== vote.id) {
      this.#board.tell('Your dots are still being fetched.')
      return
    }
    const dots = { ...now.dots, [noteId]: (now.dots[noteId] ?? 0) + by }
    this.set({ vote: vote.id, dots, saved: false })
    const left = vote.dots - dotsPlaced(dots)
    this.#board.announce(
      `${by > 0 ? 'Dot placed' : 'Dot taken back'}: ${dots[noteId]} here, ${left} ${left === 1 ? 'dot' : 'dots'} left.`,
    )
    void this.#send()
  }

  #follow(): void {
    const vote = this.#open
    if (!vote) {
      if (this.get().vote !== null) this.set(nothing)
      return
    }
    this.#look()
    if (this.#collab.status.get().link !== 'live') return
    if (this.get().vote !== vote.id) void this.#ask(vote.id)
    else void this.#send()
  }

  /** The number of the vote's notes on the board: dots on deleted notes are free, those on restored ones are not. */
  #there = 0
  #look(): void {
    const { notes } = this.#board.model
    const now = this.get()
    const there = this.#open?.targets.filter(id => notes.has(id)).length ?? 0
    if (there === this.#there) return
    const more = there > this.#there
    this.#there = there
    const dots = dotsThere(now.dots, id => notes.has(id))
    if (dotsPlaced(dots) < dotsPlaced(now.dots)) {
      this.set({ ...now, dots })
      this.#board.announce('A note of the vote was taken off: your dots on it are free again.')
    }
    if (more && now.vote !== null && now.saved && this.#collab.status.get().link === 'live') void this.#ask(now.vote)
  }

  /** Another window of the same person placed dots. A ballot that this one is sending comes later and replaces it. */
  #changedElsewhere(vote: string): void {
    const now = this.get()
    if (now.vote === vote && now.saved) void this.#ask(vote)
  }

  async #ask(voteId: string): Promise<void> {
    this.#askAgain = this.#asking
    if (this.#asking) return
    this.#asking = true
    const before = this.get()
    try {
      const mine = await this.#collab.request('vote.mine', {})
      // Unless a dot was placed here meanwhile, which counts.
      if (mine.vote === voteId && this.#open?.id === voteId && this.get() === before)
        this.set({ vote: voteId, dots: mine.dots, saved: true })
    } catch {
      // Disconnected, or closed meanwhile: requested again when the connection or the stage changes.
    } finally {
      this.#asking = false
      if (this.#askAgain) void this.#ask(voteId)
    }
  }

  async #send(): Promise<void> {
    if (this.#sending || this.get().saved) return
    this.#sending = true
    const sent = this.get()
    const problem = await this.#collab.request('vote.cast', { dots: sent.dots }).then(
      () => null,
      (error: unknown) => error,
    )
    this.#sending = false
    if (problem === null) {
      if (this.get() === sent) this.set({ ...sent, saved: true })
      else void this.#send()
    } else if (problem instanceof CommandError && (problem.code === 'offline' || problem.code === 'timeout')) {
      setTimeout(() => this.#follow(), again)
    } else {
      this.#board.tell(problem instanceof Error ? problem.message : 'Your dots were not taken.')
      // The server's ballot counts.
      this.set(nothing)
      this.#follow()
    }
  }
}
