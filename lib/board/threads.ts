import type { BoardSnapshot, Comment } from './snapshot.ts'

/** A comment on a note, a link or the board, with what was answered to it. */
export interface CommentThread {
  readonly id: string
  readonly root: Comment
  /** In the order in which they were written. */
  readonly answers: readonly Comment[]
  /** What it is on: an entity that is on the board; null for the board itself, and for what was taken off. */
  readonly on: string | null
  readonly accepted: Comment | null
  /** When something was last written in it, ms. */
  readonly lastAt: number
}

const byTime = (a: Comment, b: Comment) => a.at - b.at || (a.id < b.id ? -1 : 1)

/** All threads, those with the newest words first. Answers whose comment was taken back stand for themselves. */
export function readThreads(board: BoardSnapshot): CommentThread[] {
  const all = [...board.comments.values()].sort(byTime)
  const roots = all.filter(({ parent }) => parent === null || !board.comments.has(parent))
  const answers = Map.groupBy(all, ({ parent }) => parent ?? '')
  return roots
    .map(root => {
      const under = answers.get(root.id) ?? []
      const on = root.on !== null && (board.notes.has(root.on) || board.links.has(root.on)) ? root.on : null
      return {
        id: root.id,
        root,
        answers: under,
        on,
        accepted: under.find(answer => answer.accepted) ?? null,
        lastAt: under.at(-1)?.at ?? root.at,
      }
    })
    .sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
}

/** The comments of a thread, its beginning first. */
export const commentsOf = ({ root, answers }: CommentThread): Comment[] => [root, ...answers]

/** Where a name is being written after an @ just before the caret; null where none is. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{N}.’'-]*(?: [\p{L}\p{N}.’'-]*)?)$/u.exec(text.slice(0, caret))
  const query = found?.[1]
  return query === undefined ? null : { from: caret - query.length - 1, query }
}

/** A text cut at its mentions: whole names behind an @ that begins a word, the longest that is there. */
export function withMentions(text: string, names: readonly string[]): { text: string; mention: boolean }[] {
  const longestFirst = names.filter(name => name !== '').toSorted((a, b) => b.length - a.length)
  const parts: { text: string; mention: boolean }[] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < done || endsInWord.test(text.slice(0, at))) continue
    const name = longestFirst.find(one => text.startsWith(one, at + 1) && !goesOn.test(text.slice(at + 1 + one.length)))
    if (name === undefined) continue
    if (at > done) parts.push({ text: text.slice(done, at), mention: false })
    done = at + 1 + name.length
    parts.push({ text: text.slice(at, done), mention: true })
  }
  if (done < text.length || text === '') parts.push({ text: text.slice(done), mention: false })
  return parts
}

const endsInWord = /[\p{L}\p{M}\p{N}_]$/u
/** “Annex” goes on from Ann; “Ann’s” and “Ann-” do not. */
const goesOn = /^[\p{L}\p{M}\p{N}_]/u

/**
 * Ids of the people whose names stand in a text behind an @. Of several with one name only those that were chosen from
 * the list, by id; all of them where nobody was.
 */
export function mentionedIn(
  text: string,
  people: Iterable<{ id: string; name: string }>,
  chosen: ReadonlySet<string> = new Set(),
): string[] {
  const all = [...people]
  const parts = withMentions(
    text,
    all.map(({ name }) => name),
  )
  const said = new Set(parts.flatMap(part => (part.mention ? [part.text.slice(1)] : [])))
  const decided = new Set(all.flatMap(({ id, name }) => (chosen.has(id) ? [name] : [])))
  return all
    .flatMap(({ id, name }) => (said.has(name) && (chosen.has(id) || !decided.has(name)) ? [id] : []))
    .slice(0, 20)
}
