import type { BoardSnapshot, Comment } from './snapshot.ts'

/** A comment on a note, a link or the board, with its replies. */
export interface CommentThread {
  readonly id: string
  readonly root: Comment
  /** In the order in which they were written. */
  readonly answers: readonly Comment[]
  /** The existing entity that it is about; null for the board itself, and for a deleted entity. */
  readonly on: string | null
  readonly accepted: Comment | null
  /** Time of the newest comment in it, ms. */
  readonly lastAt: number
}

const byTime = (a: Comment, b: Comment) => a.at - b.at || (a.id < b.id ? -1 : 1)

/**
 * Returns all threads, the most recently active first. Replies whose first comment was deleted become threads of their
 * own.
 */
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

/** Returns the comments of a thread, the first one first. */
export const commentsOf = ({ root, answers }: CommentThread): Comment[] => [root, ...answers]

/** Returns the name being typed after an @ just before the caret; null where there is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{N}.’'-]*(?: [\p{L}\p{N}.’'-]*)?)$/u.exec(text.slice(0, caret))
  const query = found?.[1]
  return query === undefined ? null : { from: caret - query.length - 1, query }
}

/**
 * Returns the people whose name has a word that begins with what is typed: first names before others, then who is here.
 * A name that only has the letters within a word comes last.
 */
export function namesFor<P extends { name: string; here: boolean }>(query: string, people: readonly P[]): P[] {
  const sought = query.trim().toLowerCase()
  const nearness = ({ name }: P): number => {
    const whole = name.toLowerCase()
    if (whole.startsWith(sought)) return 0
    if (whole.split(/[\s-]+/).some(word => word.startsWith(sought))) return 1
    return whole.includes(sought) ? 2 : 3
  }
  return people
    .filter(person => nearness(person) < 3)
    .sort((a, b) => nearness(a) - nearness(b) || Number(b.here) - Number(a.here) || a.name.localeCompare(b.name))
}

/** Splits a text at its mentions: whole names after an @ at the start of a word, the longest matching name. */
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
/** Characters that continue a name: “Annex” is not a mention of Ann; “Ann’s” and “Ann-” are. */
const goesOn = /^[\p{L}\p{M}\p{N}_]/u

/**
 * Returns the ids of the people mentioned in a text. Of several people with one name only those chosen from the list,
 * by id; all of them when none was chosen.
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
