import type { BoardSnapshot, Link, Made, Note } from '../board/snapshot.ts'
import { analysisOf } from '../method/analysis.ts'
import { laneNameOf } from '../method/points.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type Report, reportOf, type Seen } from './report.ts'

/** A note in a file. */
export interface ToldNote {
  readonly note: Note
  readonly kind: string
  /** Lane it lies in; '' on open paper and in the parking lot. */
  readonly lane: string
  readonly seen: Seen
  /** Its to-be text; null: the same, or it is eliminated. */
  readonly becomes: string | null
  /** M1, B2, R3, as in the report. */
  readonly code: string | null
}

interface ToldLink {
  readonly link: Link
  readonly from: ToldNote
  readonly to: ToldNote
  readonly seen: Seen
  readonly code: string | null
}

/** A whole board for a file: its report, and the notes with the versions of the wall that contain them. */
export interface ToldWall {
  readonly report: Report
  /** On the wall, by lane from the top and then from the left. */
  readonly notes: readonly ToldNote[]
  readonly links: readonly ToldLink[]
  readonly parked: readonly ToldNote[]
}

/** Reads a board for a file; notes in the inbox are left out, as in every export. */
export function toldBoard(board: BoardSnapshot, authorName: (made: Made) => string | null): ToldWall {
  const asIs = analysisOf(board, 'as-is')
  const toBe = analysisOf(board, 'to-be')
  const codeOf = (id: string) => (asIs.pointOf.get(id) ?? toBe.pointOf.get(id))?.code ?? null
  const seenOf = (on: 'notes' | 'links', id: string): Seen | null => {
    const [before, after] = [asIs.projection[on].has(id), toBe.projection[on].has(id)]
    return before ? (after ? 'both' : 'as-is') : after ? 'to-be' : null
  }
  const tell = (note: Note): ToldNote[] => {
    const seen = seenOf('notes', note.id)
    if (seen === null) return []
    const later = toBe.projection.notes.get(note.id)?.text ?? null
    return [
      {
        note,
        kind: noteKind(note.kind).label,
        lane: note.lane === null ? '' : laneNameOf(board.lanes, note.lane),
        seen,
        becomes: later === note.text ? null : later,
        code: codeOf(note.id),
      },
    ]
  }
  const at = (place: Note['place']) => [...board.notes.values()].filter(note => note.place === place)
  const notes = inReadingOrder(board, at('wall')).flatMap(tell)
  const byId = new Map(notes.map(told => [told.note.id, told]))
  const rank = new Map(notes.map(({ note }, index) => [note.id, index]))
  const rankOf = (id: string) => rank.get(id) ?? 0
  const links = [...board.links.values()]
    .flatMap((link): ToldLink[] => {
      const [from, to, seen] = [byId.get(link.from), byId.get(link.to), seenOf('links', link.id)]
      return from && to && seen ? [{ link, from, to, seen, code: codeOf(link.id) }] : []
    })
    .sort((a, b) => rankOf(a.link.from) - rankOf(b.link.from) || rankOf(a.link.to) - rankOf(b.link.to))
  return { report: reportOf(board, authorName), notes, links, parked: at('parking').flatMap(tell) }
}

/** In the order in which a person reads the wall: by lane from the top, then from the left. */
function inReadingOrder(board: BoardSnapshot, notes: readonly Note[]): Note[] {
  const rank = new Map(board.lanes.map((lane, index) => [lane.id, index]))
  const laneOf = ({ lane }: Note) => (lane === null ? board.lanes.length : (rank.get(lane) ?? board.lanes.length))
  return notes.toSorted((a, b) => laneOf(a) - laneOf(b) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
}
