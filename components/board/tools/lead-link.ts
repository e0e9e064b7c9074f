import { setLink } from '#lib/board/commands/links.ts'
import type { Link } from '#lib/board/snapshot.ts'
import { routeLink, routeTo, sidesFor } from '#lib/geometry/route.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { wayBetween } from '../state/link-routes.ts'
import { noteAt } from './hit.ts'
import type { Gesture, PointerInfo } from './tool.ts'

/** Dragging one end of the selected link onto another note. */
export function leadLink(board: BoardState, id: string, end: 'from' | 'to'): Gesture | null {
  const link = board.model.links.get(id)
  const holds = board.model.notes.get(link?.[end === 'to' ? 'from' : 'to'] ?? '')
  if (!link || !holds) return null
  const answer = board.may('link.edit', factsOf(board, link))
  if (!answer.ok) {
    board.tell(answer.reason)
    return null
  }
  const over = (event: PointerInfo) => {
    const note = noteAt(board, event.at)
    return note && note.id !== holds.id ? note : null
  }
  return {
    move: event => {
      const note = over(event)
      const free = { ...event.at, w: 0, h: 0 }
      const route = note
        ? end === 'to'
          ? wayBetween(board.index, holds, note)
          : wayBetween(board.index, note, holds)
        : end === 'to'
          ? routeTo(holds, sidesFor(holds, free)[0], event.at)
          : routeLink(free, holds)
      board.gesture.set({ link: { route, over: note?.id ?? null } })
    },
    release: event => {
      board.gesture.set(noGesture)
      const note = over(event)
      if (note) leadElsewhere(board, link, end, note.id)
    },
    cancel: () => board.gesture.set(noGesture),
  }
}

/** Moves one end of a link to another note; the side is chosen automatically. */
export function leadElsewhere(board: BoardState, link: Link, end: 'from' | 'to', note: string): void {
  if (link[end] === note) return
  const ends = end === 'to' ? [link.from, note] : [note, link.to]
  if ([...board.model.links.values()].some(one => one.from === ends[0] && one.to === ends[1])) {
    board.tell('These two notes are linked already.')
    return
  }
  const sides = end === 'to' ? [link.sides[0], 'auto'] : ['auto', link.sides[1]]
  setLink(board.writer, 'link.lead', link.id, { ends, sides })
  board.selection.setLinks([link.id])
}
