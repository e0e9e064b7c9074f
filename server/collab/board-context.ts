import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { currentSession, phaseOf } from '#server/base/access.ts'
import { forbidden, notFound } from '#server/base/errors.ts'
import type { BoardRecord, SessionRecord, Store } from '#server/store/store.ts'
import { Phases } from './phases.ts'
import type { RoomDocument } from './room-document.ts'

export interface PlaceFacts {
  board: BoardRecord
  session: SessionRecord | null
  /** As far as the store knows it. */
  phase: Phase
}

/** Which board and session a document belongs to, as the store says, and the phases that count there. */
export class BoardContext {
  readonly #boardId: string
  readonly #store: Pick<Store, 'boards' | 'sessions'>
  readonly #document: () => RoomDocument
  readonly #phases = new Phases()
  #facts: PlaceFacts | null = null

  constructor(boardId: string, store: Pick<Store, 'boards' | 'sessions'>, document: () => RoomDocument) {
    this.#boardId = boardId
    this.#store = store
    this.#document = document
  }

  /** null until it was read. */
  get facts(): PlaceFacts | null {
    return this.#facts
  }

  /** Rejects when there is no such board. */
  async read(): Promise<PlaceFacts> {
    const { boards, sessions } = this.#store
    const [board, all] = await Promise.all([boards.get(this.#boardId), sessions.ofBoard(this.#boardId)])
    if (!board) throw notFound()
    const session = currentSession(all)
    this.#facts = { board, session, phase: phaseOf(board, session) }
    return this.#facts
  }

  /** Reads it anew after a change that was decided in the store: without grace. */
  async readAnew(): Promise<PlaceFacts> {
    const facts = await this.read()
    this.#phases.reset()
    return facts
  }

  /** What the policy depends on, now; asked after every write of the server too, so that grace begins with the change. */
  phase(): Phase {
    if (!this.#facts) throw new Error(`${this.#boardId} is not loaded`)
    const { phase, since } = this.#document().phase(this.#facts.phase)
    this.#phases.note(phase, since)
    return phase
  }

  /** The phases that count for an update: what holds now, and after it what held until a moment ago. */
  phases(): readonly [Phase, ...Phase[]] {
    return [this.phase(), ...this.#phases.before]
  }

  /** What a command began before the seal, and would write after it, is late: nobody changes a finished board. */
  demandUnsealed(): void {
    const answer = this.#facts && can('board.write', 'facilitator', this.#facts.phase)
    if (answer && !answer.ok) throw forbidden(answer.reason)
  }
}
