import type { BoardSnapshot, Link } from '../snapshot.ts'
import { addEntity, type Fields, setFields, transact, type Writer } from './writer.ts'

/** Links two notes; returns the existing link if there is one. */
export function addLink(
  writer: Writer,
  board: BoardSnapshot,
  from: string,
  to: string,
  fields: Fields = {},
): string | null {
  if (from === to || !board.notes.has(from) || !board.notes.has(to)) return null
  for (const link of board.links.values()) if (link.from === from && link.to === to) return link.id
  return transact(writer, 'link.add', () => {
    const id = writer.newId()
    addEntity(writer, 'links', id, { ends: [from, to], ...fields })
    return id
  })
}

/** Links notes that still exist, one to the next. */
export function addLinksInOrder(writer: Writer, board: BoardSnapshot, ids: readonly string[]): void {
  const there = ids.filter(id => board.notes.has(id))
  transact(writer, 'link.chain', () => {
    for (const [at, id] of there.entries()) {
      const next = there[at + 1]
      if (next !== undefined) addLink(writer, board, id, next)
    }
  })
}

export function setLink(
  writer: Writer,
  command: string,
  id: string,
  fields: Parameters<typeof setFields<'links'>>[3],
): void {
  transact(writer, command, () => setFields(writer, 'links', id, fields))
}

export function deleteLinks(writer: Writer, ids: Iterable<string>): void {
  transact(writer, 'link.delete', () => {
    for (const id of ids) setFields(writer, 'links', id, { deleted: true })
  })
}

/** Links that leave or reach a note. */
export const linksOf = (board: BoardSnapshot, noteId: string): Link[] =>
  [...board.links.values()].filter(link => link.from === noteId || link.to === noteId)
