import { isStoreError } from './store.ts'

/**
 * Damage that any job of a store met. It stays until the server starts anew on data that was restored: what lies on a
 * damaged page is not known, and other pages of the same disk may be next.
 */
export class Damage {
  #met: unknown = null

  /** Passes an error on, and remembers it when it says that what is stored is damaged. */
  readonly noted = (error: unknown): unknown => {
    if (isStoreError(error) && error.kind === 'damaged') this.#met ??= error
    return error
  }

  /** Throws the damage that was met. */
  demandNone(): void {
    if (this.#met !== null) throw this.#met
  }
}
