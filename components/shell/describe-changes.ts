import type { BoardState } from '#components/board/state/board-state.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { shorten } from '#lib/text/cut.ts'

/** Number of changes described one by one; more become a count. */
const most = 3

/** Returns changes of notes since `before` in a sentence or two; empty when none matters. */
export function describeChanges(
  board: Pick<BoardState, 'model' | 'authorName'>,
  before: ReadonlyMap<string, Note>,
  ids: ReadonlySet<string>,
): string {
  const laneName = (id: string | null) => board.model.lanes.find(lane => lane.id === id)?.name
  const said: string[] = []
  for (const id of ids) {
    const was = before.get(id)
    const now = board.model.notes.get(id)
    if (now && !was) {
      const author = board.authorName(now.made)
      const lane = laneName(now.lane)
      said.push(`${author || 'Somebody'} added ${nameOf(now)}${lane ? ` in ${lane}` : ''}.`)
    } else if (was && !now) said.push(`${capital(nameOf(was))} was taken off.`)
    else if (was && now && was.text !== now.text)
      said.push(`${capital(nameOf(was))} now says: ${now.text || 'nothing'}.`)
    else if (was && now && was.lane !== now.lane)
      said.push(`${capital(nameOf(now))} moved to ${laneName(now.lane) ?? 'open paper'}.`)
    else if (was && now && was.kind !== now.kind)
      said.push(`${capital(nameOf(was))} is now a ${noteKind(now.kind).label}.`)
  }
  const rest = said.length - most
  return [...said.slice(0, most), ...(rest > 0 ? [`And ${rest} more ${rest === 1 ? 'change' : 'changes'}.`] : [])].join(
    ' ',
  )
}

const nameOf = (note: Note): string => {
  const text = note.text.replace(/\s+/g, ' ').trim()
  return text === '' ? `an empty ${noteKind(note.kind).label}` : `${noteKind(note.kind).label} “${shorten(text, 60)}”`
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
