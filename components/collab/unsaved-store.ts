import { z } from 'zod'
import { ValueStore } from '#components/ui/store.ts'
import { isRootName, type RootName } from '#lib/board/schema.ts'
import type { Unsaved } from '#lib/board/unsaved-diff.ts'
import type { Refused } from '#lib/protocol/messages.ts'

/** The result of one refusal: the reason, and the changes that were not accepted. */
export interface UnsavedBatch {
  readonly why: string
  readonly items: readonly Unsaved[]
}

const batches = z.array(
  z.object({
    why: z.string(),
    items: z.array(
      z.object({
        root: z.string().refine((name): name is RootName => isRootName(name)),
        id: z.string(),
        what: z.enum(['added', 'changed', 'removed']),
        fields: z.record(z.string(), z.json()),
      }),
    ),
  }),
)

/**
 * Changes that were not accepted, until the person has handled them; kept over reloads, because they exist nowhere
 * else.
 */
export class UnsavedStore extends ValueStore<readonly UnsavedBatch[]> {
  /** Whether it would still be here after a reload. */
  kept = true
  readonly #key: string
  /** `name` of the local copy that it belongs to. */
  constructor(name: string) {
    super(read(`${name}/unsaved`))
    this.#key = `${name}/unsaved`
  }

  add(refused: Refused, items: readonly Unsaved[]): void {
    if (items.length > 0) this.#put([...this.get(), { why: refused.message, items }])
  }

  /** Removes a change that the person has handled. */
  settle(item: Unsaved): void {
    this.#put(
      this.get()
        .map(batch => ({ ...batch, items: batch.items.filter(one => one !== item) }))
        .filter(batch => batch.items.length > 0),
    )
  }
  settleAll(): void {
    this.#put([])
  }

  #put(next: readonly UnsavedBatch[]): void {
    try {
      if (next.length === 0) localStorage.removeItem(this.#key)
      else localStorage.setItem(this.#key, JSON.stringify(next))
      this.kept = true
    } catch {
      this.kept = false
      // Too much or no storage: it stays on the screen as long as the page does.
    }
    this.set(next)
  }
}

function read(key: string): readonly UnsavedBatch[] {
  try {
    return batches.parse(JSON.parse(localStorage.getItem(key) ?? '[]'))
  } catch {
    return []
  }
}
