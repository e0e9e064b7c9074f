import type { Phase } from '#lib/access/phase.ts'
import { roomLimits } from './limits.ts'

/** The present phase, and those that ended a moment ago: updates may have been sent while they applied. */
export class Phases {
  #now: Phase | null = null
  #before: { phase: Phase; until: number }[] = []

  /** Records the present phase, compared by identity, and the time (ms) at which it replaced the one before. */
  note(phase: Phase, since: number): void {
    if (this.#now && this.#now !== phase) this.#before.push({ phase: this.#now, until: since + roomLimits.grace })
    this.#now = phase
    const at = Date.now()
    this.#before = this.#before.filter(each => at < each.until)
  }

  get before(): readonly Phase[] {
    return this.#before.map(each => each.phase)
  }

  /** Drops earlier phases: the change was decided in the store and has no grace period. */
  reset(): void {
    this.#now = null
    this.#before = []
  }
}
