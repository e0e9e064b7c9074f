import { cutText } from '../../text/cut.ts'
import { limits } from '../fields.ts'
import type { BoardSnapshot, Note } from '../snapshot.ts'
import { setFields, transact, type Writer } from './writer.ts'

/** Characters in one tag. */
export const tagLength = 40

/** Parses tags separated by commas; trims them and drops empty and repeated ones. */
export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map(tag => cutText(tag.trim(), tagLength).trim())
      .filter(Boolean),
  ),
]

/** Returns every tag on the wall with the number of its notes, in alphabetical order. */
export function tagsOn(board: BoardSnapshot): Map<string, number> {
  const counts = new Map<string, number>()
  for (const note of board.notes.values())
    if (note.place === 'wall') for (const tag of note.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)))
}

/** Adds tags to notes; tags beyond a note's limit are dropped. */
export function addTags(writer: Writer, notes: readonly Note[], tags: readonly string[]): void {
  transact(writer, 'note.tag', () => {
    for (const { id, tags: before } of notes)
      setFields(writer, 'notes', id, { tags: [...new Set([...before, ...tags])].slice(0, limits.tags) })
  })
}

export function removeTag(writer: Writer, notes: readonly Note[], tag: string): void {
  transact(writer, 'note.untag', () => {
    for (const { id, tags } of notes) setFields(writer, 'notes', id, { tags: tags.filter(one => one !== tag) })
  })
}
