import { AppError } from '#server/base/errors.ts'

interface Limits {
  /** Files of one person that are received, wait or are read. */
  each: number
  /** Bytes of all files together. */
  bytes: number
}

/** Files that are being received, wait or are read: they are in memory, so that their bytes are bounded. */
export class Uploads {
  readonly #limits: Limits
  readonly #files = new Map<string, number>()
  #bytes = 0

  constructor(limits: Limits = { each: 5, bytes: 400 * 1024 * 1024 }) {
    this.#limits = limits
  }

  /** Runs `body` for one file, which counts the bytes that it holds; throws AppError when there are too many. */
  async hold<T>(by: string, body: (count: (bytes: number) => void) => Promise<T>): Promise<T> {
    const files = this.#files.get(by) ?? 0
    if (files >= this.#limits.each)
      throw new AppError('too-many', 'Other files of yours are still being read. Wait for one of them, then try again.')
    this.#files.set(by, files + 1)
    let held = 0
    try {
      return await body(bytes => {
        if (this.#bytes + bytes > this.#limits.bytes)
          throw new AppError('busy', 'Many files are being read at this moment. Wait a few seconds, then try again.')
        this.#bytes += bytes
        held += bytes
      })
    } finally {
      this.#bytes -= held
      const left = (this.#files.get(by) ?? 1) - 1
      if (left > 0) this.#files.set(by, left)
      else this.#files.delete(by)
    }
  }
}
