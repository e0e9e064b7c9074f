import { ValueStore } from '#components/ui/store.ts'
import type { Comment } from '#lib/board/snapshot.ts'
import { type CommentThread, commentsOf } from '#lib/board/threads.ts'

/** When this person last read each thread, ms; kept in this browser. */
export type LastRead = Readonly<Record<string, number>>

/** Threads remembered; those read longest ago are dropped first, and count as new again. */
const most = 2_000

/** What one person has read of a board's comments. */
export class ReadMarks extends ValueStore<LastRead> {
  readonly #key: string

  constructor(personId: string, boardId: string) {
    const key = `brownpaper.read/${personId}/${boardId}`
    super(stored(key))
    this.#key = key
  }

  /** Marks everything in these threads as read. */
  read(threads: readonly CommentThread[]): void {
    const now = this.get()
    const newer = threads.filter(thread => thread.lastAt > (now[thread.id] ?? 0))
    if (newer.length === 0) return
    const entries = Object.entries({ ...now, ...Object.fromEntries(newer.map(({ id, lastAt }) => [id, lastAt])) })
    const next = Object.fromEntries(entries.sort(([, a], [, b]) => b - a).slice(0, most))
    this.set(next)
    try {
      localStorage.setItem(this.#key, JSON.stringify(next))
    } catch {
      // Without storage it is unread again next time.
    }
  }
}

/** Returns what is new to a person in a thread: others' comments since it was last read. */
export const unreadOf = (thread: CommentThread, read: LastRead, isOwn: (made: Comment['made']) => boolean): Comment[] =>
  commentsOf(thread).filter(comment => comment.at > (read[thread.id] ?? 0) && !isOwn(comment.made))

function stored(key: string): LastRead {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, at]) => typeof at === 'number'))
  } catch {
    return {}
  }
}
