'use client'
import { useStore, ValueStore } from '#components/ui/store.ts'

/** Sentences for people who do not see the wall; many at once become one. */
export class Announcer extends ValueStore<string> {
  #waiting: string[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  constructor() {
    super('')
  }
  say(sentence: string): void {
    this.#waiting.push(sentence)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const rest = this.#waiting.length - 4
      const said = this.#waiting.slice(0, 4)
      this.#waiting = []
      // The same sentence twice is read twice only when it differs: an invisible character at its end.
      const text = rest > 0 ? `${said.join(' ')} And ${rest} more.` : said.join(' ')
      this.set(text === this.get() ? `${text}\u200b` : text)
    }, 500)
  }
}

export function Announcements({ announcer }: { announcer: Announcer }) {
  return (
    <p aria-live="polite" className="sr-only">
      {useStore(announcer)}
    </p>
  )
}
