import { whenIdle } from './idle.ts'

/** ms spent at once on deferred routes, less than a frame has left; and ms by which other work may delay them. */
const slice = { takes: 5, within: 200 }

/**
 * Links drawn as they were, or directly, for lack of time. Their routes are computed between frames, and on a large
 * wall only for visible ones: seen from afar nobody sees the difference there.
 */
export class DeferredRoutes {
  readonly #late = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #find: (id: string) => void
  #callOff: (() => void) | null = null

  /** `find` computes one link's route now. */
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
  wantAll(): void {
    this.want(this.#late)
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
