import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { currentSession, phaseOf } from '#server/base/access.ts'
import { forbidden, notFound } from '#server/base/errors.ts'
import type { BoardRecord, SessionRecord, Store } from '#server/store/store.ts'
import { Phases } from './phases.ts'
import type { RoomDocument } from './room-document.ts'

export interface BoardFacts {
  board: BoardRecord
  session: SessionRecord | null
  /** As far as the store knows it; freeze and the activity's rights come from the stage. */
  phase: Phase
}

/** The board and session of a document, as stored, and the phases that apply there. */
export class BoardContext {
  readonly #boardId: string
  readonly #store: Pick<Store, 'boards' | 'sessions'>
  readonly #document: () => RoomDocument
  readonly #phases = new Phases()
  #facts: BoardFacts | null = null

  constructor(boardId: string, store: Pick<Store, 'boards' | 'sessions'>, document: () => RoomDocument) {
    this.#boardId = boardId
    this.#store = store
    this.#document = document
  }

  /** null until `read` has resolved. */
  get facts(): BoardFacts | null {
    return this.#facts
  }

  /** Reads board and session; rejects with notFound when there is no such board. */
  async read(): Promise<BoardFacts> {
    const { boards, sessions } = this.#store
    const [board, all] = await Promise.all([boards.get(this.#boardId), sessions.ofBoard(this.#boardId)])
    if (!board) throw notFound()
    const session = currentSession(all)
    this.#facts = { board, session, phase: phaseOf(board, session) }
    return this.#facts
  }

  /** Reads board and session again after a change in the store; earlier phases no longer apply. */
  async readAnew(): Promise<BoardFacts> {
    const facts = await this.read()
    this.#phases.reset()
    return facts
  }

  /**
   * Returns the present phase. Also called after every write of the server, so that the grace period begins with the
   * change.
   */
  phase(): Phase {
    if (!this.#facts) throw new Error(`${this.#boardId} is not loaded`)
    const { phase, since } = this.#document().phase(this.#facts.phase)
    this.#phases.note(phase, since)
    return phase
  }

  /** Returns the phases that apply to an update: the present one, then those that ended a moment ago. */
  phases(): readonly [Phase, ...Phase[]] {
    return [this.phase(), ...this.#phases.before]
  }

  /** Throws forbidden when the board has been finished: a command that began before must not write after it. */
  demandUnsealed(): void {
    const answer = this.#facts && can('board.write', 'facilitator', this.#facts.phase)
    if (answer && !answer.ok) throw forbidden(answer.reason)
  }
}
