import type { Phase } from '#lib/access/phase.ts'
import { roomLimits } from './limits.ts'

/** The phase that holds, and those that the stage ended a moment ago: updates were already on their way in them. */
export class Phases {
  #now: Phase | null = null
  #before: { phase: Phase; until: number }[] = []

  /** Takes note of the phase that holds, by its identity, and of when it took the place of the one before (ms). */
  note(phase: Phase, since: number): void {
    if (this.#now && this.#now !== phase) this.#before.push({ phase: this.#now, until: since + roomLimits.grace })
    this.#now = phase
    const at = Date.now()
    this.#before = this.#before.filter(each => at < each.until)
  }

  get before(): readonly Phase[] {
    return this.#before.map(each => each.phase)
  }

  /** Without grace: what changed was decided in the store. */
  reset(): void {
    this.#now = null
    this.#before = []
  }
}
