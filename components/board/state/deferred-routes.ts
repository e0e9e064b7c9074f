import { whenIdle } from './idle.ts'

/** ms at once for routes that were put off: less than a frame leaves over; and ms that what goes on may put them off. */
const slice = { takes: 5, within: 200 }

/**
 * Links that run directly for want of time. Their routes around the notes are looked for between frames, and only for
 * those that somebody looks at: on a large wall seen from afar nobody sees the difference.
 */
export class DeferredRoutes {
  readonly #late = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #find: (id: string) => void
  #callOff: (() => void) | null = null

  /** `find` looks for one link's route now. */
  constructor(find: (id: string) => void) {
    this.#find = find
  }
  putOff(id: string): void {
    this.#late.add(id)
  }
  found(id: string): void {
    this.#late.delete(id)
    this.#wanted.delete(id)
  }
  want(ids: Iterable<string>): void {
    for (const id of ids) if (this.#late.has(id)) this.#wanted.add(id)
    this.#goOn()
  }
  clear(): void {
    this.#late.clear()
    this.#wanted.clear()
    this.#callOff?.()
    this.#callOff = null
  }

  #goOn(): void {
    if (this.#wanted.size === 0) return
    this.#callOff ??= whenIdle(() => {
      this.#callOff = null
      const until = performance.now() + slice.takes
      for (const id of this.#wanted) {
        this.found(id)
        this.#find(id)
        if (performance.now() > until) break
      }
      this.#goOn()
    }, slice.within)
  }
}
