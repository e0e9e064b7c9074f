import { inReadingOrder } from '#lib/board/commands/outline.ts'
import type { BoardSnapshot, Lane, Link, Note } from '#lib/board/snapshot.ts'
import type { Mark } from '../state/decorations.ts'
import type { Lens } from '../state/spatial-index.ts'

interface Place {
  key: string
  /** 1 lane, 2 note, 3 what is on a note. */
  level: 1 | 2 | 3
  /** Among its siblings, from 1. */
  at: number
  of: number
}
export type OutlineRow = Place &
  (
    | { type: 'lane'; lane: Lane | null; open: boolean; count: number }
    | { type: 'note'; note: Note }
    | { type: 'mark'; noteId: string; mark: Mark }
    | { type: 'link'; noteId: string; link: Link; to: Note }
  )

/** The note a row is about; null: it is a lane. */
export const noteOfRow = (row: OutlineRow): string | null =>
  row.type === 'lane' ? null : row.type === 'note' ? row.note.id : row.noteId

/**
 * Returns what the lens shows of the board, as lines of text: lanes, their notes in reading order, and on each note its
 * marks and its links out.
 */
export function outlineRows(
  board: BoardSnapshot,
  lens: Lens,
  marksOf: (id: string) => readonly Mark[],
  closed: ReadonlySet<string>,
): OutlineRow[] {
  const waysOut = new Map<string, Link[]>()
  for (const link of board.links.values())
    if (lens.showsLink?.(link) ?? true) waysOut.set(link.from, [...(waysOut.get(link.from) ?? []), link])
  const shown = [...board.notes.values()].filter(note => note.place === 'wall' && lens.shows(note))
  const byLane = Map.groupBy(shown, note => note.lane)
  const lanes: (Lane | null)[] = [...board.lanes]
  if (byLane.has(null) || lanes.length === 0) lanes.push(null)
  const rows: OutlineRow[] = []
  for (const [index, lane] of lanes.entries()) {
    const key = lane?.id ?? 'paper'
    const notes = inReadingOrder(byLane.get(lane?.id ?? null) ?? [], lane?.id ?? null)
    const open = !closed.has(key)
    rows.push({ type: 'lane', key, level: 1, at: index + 1, of: lanes.length, lane, open, count: notes.length })
    if (!open) continue
    for (const [place, note] of notes.entries()) {
      rows.push({ type: 'note', key: note.id, level: 2, at: place + 1, of: notes.length, note })
      rows.push(...onNote(board, lens, note, marksOf(note.id), waysOut.get(note.id) ?? []))
    }
  }
  return rows
}

function onNote(
  board: BoardSnapshot,
  lens: Lens,
  note: Note,
  marks: readonly Mark[],
  links: readonly Link[],
): OutlineRow[] {
  const ways = links.flatMap(link => {
    const to = board.notes.get(link.to)
    return to && lens.shows(to) ? [{ link, to }] : []
  })
  const of = marks.length + ways.length
  return [
    ...marks.map((mark, at): OutlineRow => {
      const key = `${note.id}/${mark.key}`
      return { type: 'mark', key, level: 3, at: at + 1, of, noteId: note.id, mark }
    }),
    ...ways.map(({ link, to }, at): OutlineRow => {
      return { type: 'link', key: link.id, level: 3, at: marks.length + at + 1, of, noteId: note.id, link, to }
    }),
  ]
}

/** Returns a row's name for screen readers. */
export function nameOfRow(row: OutlineRow): string {
  switch (row.type) {
    case 'lane':
      return `Lane ${row.lane ? row.lane.name || 'without a name' : 'open paper'}, ${row.count} ${row.count === 1 ? 'note' : 'notes'}`
    case 'note':
      return row.note.text.trim() || 'empty'
    case 'mark':
      return row.mark.title
    case 'link':
      return `Leads to ${row.to.text.trim() || 'an empty note'}${row.link.text ? `: ${row.link.text}` : ''}`
  }
}
