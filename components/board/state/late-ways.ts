/** ms at once for ways that were put off: less than a frame leaves over. */
const slice = 5

/**
 * Links that run directly for want of time. Their ways around the notes are looked for between frames, and only for
 * those that somebody looks at: on a large wall seen from afar nobody sees the difference.
 */
export class LateWays {
  readonly #late = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #find: (id: string) => void
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `find` looks for one link's way now. */
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
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #goOn(): void {
    if (this.#wanted.size === 0) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const until = performance.now() + slice
      for (const id of this.#wanted) {
        this.found(id)
        this.#find(id)
        if (performance.now() > until) break
      }
      this.#goOn()
    })
  }
}
